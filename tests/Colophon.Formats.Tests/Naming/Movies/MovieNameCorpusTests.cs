using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>What other products expect of the names of movies; rows not followed stand in movie-names-not-followed.tsv with their reasons.</summary>
[Trait("Req", "D7")]
public sealed class MovieNameCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_movie_name",
        "jellyfin_movie_clean_name",
        "jellyfin_movie_file",
        "jellyfin_movie_3d",
        "jellyfin_docs_3d",
        "jellyfin_movie_stub",
        "jellyfin_movie_extras",
        "jellyfin_provider_ids",
        "radarr_movie_name",
        "radarr_movie_edition",
        "radarr_not_a_movie_release",
        "guessit_movie_name",
        "guessit_various",
    ];

    [Fact]
    public void Names_of_movies_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        var notFollowed = new NotFollowed("tests/Colophon.Formats.Tests/Naming/Movies/movie-names-not-followed.tsv");
        int rows = 0;
        foreach (string table in _tables)
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                bool isOurs = row.GetProperty("library_type").GetString() != "tv" || table == "jellyfin_provider_ids";
                if (isOurs)
                {
                    rows++;
                    string input = row.GetProperty("input").GetString()!;
                    notFollowed.Compare(
                        table,
                        input,
                        row.GetProperty("expected").EnumerateObject().SelectMany(field => Fields(table, row, field))
                    );
                }
            }
        }

        notFollowed.Mistakes.ShouldBeEmpty();
        rows.ShouldBeGreaterThanOrEqualTo(360);
    }

    private static IEnumerable<(string, string?, string?)> Fields(string table, JsonElement row, JsonProperty expected)
    {
        string input = row.GetProperty("input").GetString()!;
        MovieName name = MoviePath.Explain(PathOf(table, row, input)).Name;
        string? wanted = Text(expected.Value);
        return (table, expected.Name) switch
        {
            ("jellyfin_provider_ids", var key) =>
            [
                (key, wanted, NameIds.In(input[(input.LastIndexOf('/') + 1)..]).GetValueOrDefault(key[..^2])),
            ],
            (_, "title" or "title_before_year" or "title_cleaned" or "title_normalised") =>
            [
                ("title", TextKeys.NameKey(WithoutExtension(wanted)), TextKeys.NameKey(name.Title)),
            ],
            ("radarr_movie_name", "release_group") => [("group", wanted, name.Release.Group)],
            (_, "all_titles") =>
            [
                (
                    "titles",
                    Titles(expected.Value),
                    string.Join('|', name.OtherTitles.Prepend(name.Title).Select(TextKeys.NameKey))
                ),
            ],
            (_, "year") => [("year", wanted, Text(name.Year))],
            ("radarr_movie_name" or "radarr_movie_edition", "edition") =>
            [
                ("edition", wanted ?? "", name.Edition ?? ""),
            ],
            (_, "tmdbid" or "imdbid") => [(expected.Name, wanted, name.Ids.GetValueOrDefault(expected.Name[..4]))],
            (_, "format_3d") => [("3d", wanted, name.Release.ThreeD)],
            (_, "is_3d") => [("is 3d", wanted, (name.Release.ThreeD is not null).ToString())],
            (_, "extra_type") =>
            [
                ("extra", ExtraKind(wanted), MovieExtraNames.OfPath(PathOf(table, row, input))?.ToString()),
            ],
            (_, "is_stub") => [("stub", wanted, (MovieFileTypes.Of(input) == MovieFileType.Stub).ToString())],
            (_, "stub_type") => [("stub type", wanted, MovieFileTypes.StubSource(input))],
            (_, "has_release_tags") =>
            [
                ("words", wanted, ReleaseName.Split(MovieFileTypes.Stem(input)).Words.Any().ToString()),
            ],
            (_, "is_release_name") =>
            [
                ("title", "Film", MoviePath.Explain($"Film (2001)/{Path.ChangeExtension(input, ".mkv")}").Name.Title),
            ],
            (_, "screen_size") => [("size", wanted, name.Release.Resolution)],
            _ => [], // what is not kept here
        };
    }

    /// <summary>As from a library's root, where the row says where that is.</summary>
    private static string PathOf(string table, JsonElement row, string input)
    {
        bool hasRoot =
            row.TryGetProperty("context", out JsonElement context)
            && context.TryGetProperty("library_root", out JsonElement root)
            && input.StartsWith(root.GetString()!, StringComparison.Ordinal);
        return hasRoot ? input[context.GetProperty("library_root").GetString()!.Length..]
            : table.StartsWith("radarr", StringComparison.Ordinal) ? input.Replace('/', '_')
            : input;
    }

    private static string? ExtraKind(string? type) => type == "Unknown" ? nameof(MovieExtraKind.Other) : type;

    /// <summary>The raw cleaners leave the extension where they found nothing.</summary>
    private static string? WithoutExtension(string? title) => title is null ? null : MovieFileTypes.Stem(title);

    /// <summary>Radarr gives the whole text first where there are several.</summary>
    private static string Titles(JsonElement all)
    {
        string[] titles = [.. all.EnumerateArray().Select(title => TextKeys.NameKey(title.GetString()))];
        return string.Join('|', titles.Length > 1 ? titles[1..] : titles);
    }

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.ToString();

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
