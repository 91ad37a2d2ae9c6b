using System.Text.Json;
using Colophon.Formats.Naming.Movies;

namespace Colophon.Formats.Tests.Naming.Movies;

/// <summary>What other products make of folders of movies; rows not followed stand in movie-groups-not-followed.tsv with their reasons.</summary>
[Trait("Req", "D7")]
public sealed class MovieGroupingCorpusTests
{
    private static readonly string[] _tables =
    [
        "jellyfin_movie_stack",
        "jellyfin_movie_versions",
        "jellyfin_movie_extras_folder",
        "radarr_movie_multipart",
    ];

    [Fact]
    public void Folders_are_read_as_others_read_them_but_for_the_rows_with_a_reason()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        var notFollowed = new NotFollowed("tests/Colophon.Formats.Tests/Naming/Movies/movie-groups-not-followed.tsv");
        int rows = 0;
        foreach (string table in _tables)
        {
            foreach (JsonElement row in Corpus.Cases(table))
            {
                string[] paths = [.. row.GetProperty("input").EnumerateArray().Select(path => path.GetString()!)];
                bool isShow = row.GetProperty("library_type").GetString() == "tv" && table == "jellyfin_movie_versions";
                if (!isShow) // versions of episodes are grouped by their numbers
                {
                    rows++;
                    List<MovieFolderContents> folders = [.. MovieFolders.Of(paths).Select(MovieGrouping.Group)];
                    notFollowed.Compare(table, string.Join(" | ", paths), Fields(table, row, folders, paths));
                }
            }
        }

        notFollowed.Mistakes.ShouldBeEmpty();
        rows.ShouldBeGreaterThanOrEqualTo(45);
    }

    private static IEnumerable<(string, string?, string?)> Fields(
        string table,
        JsonElement row,
        List<MovieFolderContents> folders,
        string[] paths
    )
    {
        List<MovieGroup> movies = [.. folders.SelectMany(folder => folder.Movies)];
        List<MovieExtra> extras =
        [
            .. movies
                .SelectMany(movie => movie.Extras)
                .Concat(folders.SelectMany(folder => folder.OwnerlessExtras))
                .OrderBy(extra =>
                    Array.FindIndex(paths, path => $"/{path}".EndsWith($"/{extra.Path}", StringComparison.Ordinal))
                ),
        ];
        return row.GetProperty("expected").EnumerateObject().SelectMany(field => Field(table, field, movies, extras));
    }

    private static IEnumerable<(string, string?, string?)> Field(
        string table,
        JsonProperty field,
        List<MovieGroup> movies,
        List<MovieExtra> extras
    ) =>
        (table, field.Name) switch
        {
            ("jellyfin_movie_stack", "item_count") => [("stacks", field.Value.ToString(), $"{Stacks(movies).Count()}")],
            ("jellyfin_movie_stack", "items") =>
            [
                (
                    "parts",
                    Numbers(field.Value, "parts"),
                    string.Join(',', Stacks(movies).Select(stack => stack.Files.Count).Order())
                ),
            ],
            ("radarr_movie_multipart", _) => [("stacks", field.Value.ToString(), Stacks(movies).Any().ToString())],
            (_, "item_count") => [("items", field.Value.ToString(), $"{movies.Count + extras.Count}")],
            (_, "items") => field.Value.EnumerateArray().SelectMany(item => Item(item, movies, extras)),
            (_, "extras_count") => [("extras", field.Value.ToString(), $"{extras.Count}")],
            (_, "extra_types") =>
            [
                (
                    "types",
                    Sorted(field.Value),
                    string.Join(
                        ',',
                        extras.Select(extra => extra.Kind.ToString()).Distinct().Order(StringComparer.Ordinal)
                    )
                ),
            ],
            (_, "extra_names") =>
            [
                (
                    "names",
                    Sorted(field.Value),
                    string.Join(',', extras.Select(extra => extra.Title).Order(StringComparer.Ordinal))
                ),
            ],
            (_, "extra_names_by_path") => field
                .Value.EnumerateObject()
                .Select(pair =>
                    (
                        "name",
                        (string?)pair.Value.GetString(),
                        extras.Find(extra => pair.Name.EndsWith(extra.Path, StringComparison.Ordinal))?.Title
                    )
                ),
            (_, "extra_paths") =>
            [
                (
                    "paths",
                    $"{field.Value.GetArrayLength()}",
                    $"{field.Value.EnumerateArray().Count(path => extras.Exists(extra => path.GetString()!.EndsWith(extra.Path, StringComparison.Ordinal)))}"
                ),
            ],
            _ => [(field.Name, "known to this test", null)],
        };

    /// <summary>Jellyfin counts extras as items behind the movies.</summary>
    private static IEnumerable<(string, string?, string?)> Item(
        JsonElement item,
        List<MovieGroup> movies,
        List<MovieExtra> extras
    )
    {
        int index = item.GetProperty("index").GetInt32();
        MovieGroup? movie = index < movies.Count ? movies[index] : null;
        foreach (JsonProperty field in item.EnumerateObject().Where(field => field.Name != "index"))
        {
            yield return field.Name switch
            {
                "alternate_versions" => (field.Name, field.Value.ToString(), $"{movie?.Versions.Count - 1}"),
                "parts" => (field.Name, field.Value.ToString(), $"{movie?.Versions[0].Files.Count}"),
                "files" => (
                    field.Name,
                    Path.GetFileName(field.Value.GetProperty("0").GetString()),
                    movie?.Versions[0].Files[0]
                ),
                "alternate_paths" => (
                    field.Name,
                    string.Join(
                        '|',
                        field.Value.EnumerateObject().Select(path => Path.GetFileName(path.Value.GetString()))
                    ),
                    string.Join('|', movie?.Versions.Skip(1).Select(version => version.Files[0]) ?? [])
                ),
                "extra_type" => (
                    field.Name,
                    Text(field.Value),
                    movie is not null
                        ? null
                        : extras.ElementAtOrDefault(index - movies.Count)?.Kind.ToString() ?? "no item"
                ),
                _ => (field.Name, "known to this test", null),
            };
        }
    }

    private static IEnumerable<MovieVersion> Stacks(List<MovieGroup> movies) =>
        movies.SelectMany(movie => movie.Versions).Where(version => version.Files.Count > 1);

    private static string Numbers(JsonElement items, string name) =>
        string.Join(',', items.EnumerateArray().Select(item => item.GetProperty(name).GetInt32()).Order());

    private static string Sorted(JsonElement texts) =>
        string.Join(',', texts.EnumerateArray().Select(text => text.GetString()).Order(StringComparer.Ordinal));

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.ToString();
}
