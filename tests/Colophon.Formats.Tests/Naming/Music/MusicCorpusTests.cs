using System.Text.Json;
using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Music;

/// <summary>What other servers expect of names of music; rows not followed stand in music-names-not-followed.tsv with their reasons.</summary>
[Trait("Req", "D7")]
public sealed class MusicCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_music_multidisc",
        "jellyfin_docs_layouts",
        "lidarr_music_release",
        "lidarr_music_title_clean",
    ];

    [Fact]
    public void Names_of_music_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        CaseReport report = CaseReport.Of("Music/music-names-not-followed.tsv", _tables, Differences);

        report.Mistakes.ShouldBeEmpty();
        report.Rows.ShouldBe(53);
    }

    private static IEnumerable<string> Differences(JsonElement row, string input)
    {
        if (row.TryGetProperty("library_type", out JsonElement type) && type.GetString() != "music")
        {
            yield break;
        }

        foreach (JsonProperty expected in row.GetProperty("expected").EnumerateObject())
        {
            string wanted = expected.Value.ToString();
            string? actual = Said(expected.Name, input);
            bool isKept = actual is not null;
            if (isKept && TextKeys.NameKey(actual) != TextKeys.NameKey(wanted))
            {
                yield return $"{expected.Name} is {actual}, expected {wanted}";
            }
        }
    }

    /// <summary>Null for what is not kept here.</summary>
    private static string? Said(string field, string input)
    {
        AlbumName album = AlbumFolder.Explain(input).Name;
        return field switch
        {
            "is_disc_folder" => $"{MusicFolders.DiscOf(input.Split('/')[^1]) is not null}",
            "artist" => ArtistNames.IsVarious(album.Artist) ? "VA" : album.Artist ?? "",
            "album" => album.Title ?? "",
            "discography" => $"{album.IsDiscography}",
            "album_clean" => AlbumFolder.Explain(input, "").Name.Title ?? "",
            "track_clean" => TrackPath
                .Explain($"Artist/Album/{input.Replace('/', '\u2215')}.flac")
                .Name.Title?.Replace('\u2215', '/')
                ?? "",
            "albums" => $"{Sounds(input).DistinctBy(name => (name.Album.Artist, name.Album.Title)).Count()}",
            "tracks" => $"{Sounds(input).Count()}",
            _ => null,
        };
    }

    private static IEnumerable<TrackName> Sounds(string paths) =>
        paths
            .Split(" | ")
            .Where(path => path.EndsWith(".flac", StringComparison.Ordinal))
            .Select(path => TrackPath.Explain(path).Name);
}
