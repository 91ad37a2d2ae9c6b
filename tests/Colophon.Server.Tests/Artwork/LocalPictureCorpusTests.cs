using System.Text.Json;
using Colophon.Server.Artwork;
using Colophon.Testing;

namespace Colophon.Server.Tests.Artwork;

/// <summary>Which pictures others take for a comic's or a series' own.</summary>
[Trait("Req", "C4")]
public sealed class LocalPictureCorpusTests
{
    // rows answered otherwise, each with the reason
    private static readonly Dictionary<string, string> NotFollowed = new(StringComparer.Ordinal)
    {
        ["book(e).avif"] = "AVIF is read here",
        ["cover.avif"] = "AVIF is read here",
        ["cover.gif"] = "GIF is read here",
    };

    [Fact]
    public void Pictures_beside_a_comic_are_taken_as_others_take_them_but_for_the_rows_with_a_reason()
    {
        if (RepositoryFolder.Corpus is null)
            return;
        var differing = new List<string>();
        foreach (
            var line in File.ReadLines(Path.Combine(RepositoryFolder.Corpus, "cases", "komga_local_artwork.jsonl"))
        )
        {
            var row = JsonDocument.Parse(line).RootElement;
            var name = row.GetProperty("input").GetString()!;
            var isOfBook = row.GetProperty("expected").TryGetProperty("is_book_artwork", out var wanted);
            if (!isOfBook)
                wanted = row.GetProperty("expected").GetProperty("is_series_artwork");
            var taken = isOfBook
                ? LocalPictures.Beside([name], "book(e)", FolderOwner.Shared)
                : LocalPictures.Beside([name], stem: null);
            if (taken.Count > 0 != wanted.GetBoolean())
                differing.Add(name);
        }
        differing.ShouldBe(NotFollowed.Keys, ignoreOrder: true);
    }
}
