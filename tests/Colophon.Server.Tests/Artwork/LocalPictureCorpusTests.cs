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

    [Fact]
    public void Pictures_beside_films_shows_and_music_are_taken_as_Jellyfin_takes_them()
    {
        if (RepositoryFolder.Corpus is null)
            return;
        var rows = File.ReadLines(Path.Combine(RepositoryFolder.Corpus, "cases", "jellyfin_docs_artwork.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();

        rows.Select(row => $"{row.GetProperty("input")}: {Taken(row)}")
            .ShouldBe(rows.Select(row => $"{row.GetProperty("input")}: {Wanted(row.GetProperty("expected"))}"));
        rows.Count.ShouldBe(58);
    }

    private static string Wanted(JsonElement expected)
    {
        var subject = expected.GetProperty("image_of").GetString()!;
        var type = expected.GetProperty("image_type").GetString() switch
        {
            "Primary" => subject is "movie" or "series" or "season" ? "poster" : "cover",
            "Backdrop" => "fanart",
            "Logo" => "clearlogo",
            "Thumb" => "landscape",
            "Disc" => "discart",
            "Art" => "clearart",
            "Banner" => "banner",
            var other => other!,
        };
        return $"{type} of {(subject == "series" ? "show" : subject)}";
    }

    private static string Taken(JsonElement row)
    {
        var path = row.GetProperty("input").GetString()!;
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path);
        var media = row.GetProperty("context").GetProperty("media")[0].GetString()!;
        var stem = Path.GetFileNameWithoutExtension(media);
        var isBesideMedia = Path.GetDirectoryName(media) == folder;
        switch (row.GetProperty("library_type").GetString())
        {
            case "tv":
                var place = new ShowFolder(
                    Path.GetFileName(folder),
                    isBesideMedia ? 1 : null,
                    isBesideMedia ? [stem] : []
                );
                var found = ShowPictures.In(place, [name]).Single();
                return Said(found.Picture, found.Subject);
            case "music":
                var subject = isBesideMedia ? PictureSubject.Album : PictureSubject.Artist;
                return Said(LocalPictures.Of(subject, [name], [], FolderOwner.Item).Single(), subject);
            case "movies":
                return Said(
                    LocalPictures.Of(PictureSubject.Movie, [name], [stem], FolderOwner.Item).Single(),
                    PictureSubject.Movie
                );
            default:
                return Said(LocalPictures.Beside([name], stem).Single(), PictureSubject.Book);
        }
    }

    private static string Said(LocalPicture picture, PictureSubject subject) =>
        $"{picture.Type} of {subject.ToString().ToLowerInvariant()}";
}
