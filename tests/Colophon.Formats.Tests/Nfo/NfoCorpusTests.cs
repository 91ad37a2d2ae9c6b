using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

/// <summary>
/// Every NFO of the corpus. What is expected there is the text of the elements; what differs from it stands in
/// nfo-not-followed.tsv with a reason.
/// </summary>
public sealed class NfoCorpusTests
{
    private readonly NotFollowed _notFollowed = new("tests/Colophon.Formats.Tests/Nfo/nfo-not-followed.tsv");

    [Fact]
    public void Every_file_of_the_corpus_is_read_as_expected()
    {
        if (Corpus.Folder is null)
        {
            return;
        }

        foreach ((string path, JsonElement expected) in Corpus.Files("nfo"))
        {
            Reading<NfoDocument> reading = NfoReader.Read(File.ReadAllBytes(path), CancellationToken.None);
            _notFollowed.Compare(
                "corpus",
                expected.GetProperty("file").GetString()!,
                expected.EnumerateObject().SelectMany(field => Fields(field, reading)).ToList()
            );
        }

        _notFollowed.Mistakes.ShouldBeEmpty();
    }

    [Fact]
    public void Files_that_are_not_well_formed_say_so()
    {
        foreach ((string path, JsonElement expected) in Corpus.Files("nfo"))
        {
            if (expected.TryGetProperty("xml_wellformed", out JsonElement isWell) && isWell.GetBoolean())
            {
                NfoReader.Read(File.ReadAllBytes(path), CancellationToken.None).Findings.ShouldBeEmpty(path);
            }
        }
    }

    private static IEnumerable<(string Field, string? Wanted, string? Actual)> Fields(
        JsonProperty field,
        Reading<NfoDocument> reading
    )
    {
        NfoItem item = reading.Value?.Items.FirstOrDefault() ?? new NfoItem(NfoKind.Movie);
        return field.Name switch
        {
            "error_expected" => [(field.Name, "True", (reading.Fatal is not null).ToString())],
            "ids" => field
                .Value.EnumerateObject()
                .Select(id => ($"ids.{id.Name}", Text(id.Value), Id(reading, id.Name))),
            "ratings" => [(field.Name, Joined(field.Value, Rating), string.Join(", ", item.Ratings.Select(Rating)))],
            "episodes" => [(field.Name, Joined(field.Value, Episode), Episodes(reading))],
            "first_actor" => [(field.Name, Actor(field.Value), FirstActor(item))],
            "genre" or "studio" or "country" or "tag" or "style" or "mood" or "director" or "credits" =>
            [
                (field.Name, Joined(field.Value, Text), string.Join(", ", List(item, field.Name))),
            ],
            _ when field.Name.EndsWith("_prefix", StringComparison.Ordinal) =>
            [
                (field.Name, Begin(field.Value.GetString()), Begin(Prefixed(item, field.Name))),
            ],
            _ when One(reading, item, field.Name, out string? actual) => [(field.Name, Text(field.Value), actual)],
            _ => [],
        };
    }

    private static bool One(Reading<NfoDocument> reading, NfoItem item, string field, out string? actual)
    {
        (bool isKnown, actual) = field switch
        {
            "title" or "name" => (true, item.Title),
            "originaltitle" => (true, item.OriginalTitle),
            "sorttitle" => (true, item.SortTitle),
            "showtitle" => (true, item.ShowTitle),
            "tagline" => (true, item.Tagline),
            "year" => (true, Text(item.Year)),
            "premiered" => (true, item.Premiered),
            "runtime" => (true, Text(item.Runtime)),
            "mpaa" => (true, item.Mpaa),
            "status" => (true, item.Status),
            "season" => (true, Text(item.Season)),
            "episode" => (true, Text(item.Episode)),
            "set" => (true, item.Set?.Name),
            "actors" when item.Kind != NfoKind.Episode => (
                true,
                Text(item.People.Count(person => person.Role == "actor"))
            ),
            "thumbs" when item.Kind != NfoKind.Episode => (true, Text(item.Thumbs.Count)),
            "fanart" => (true, Text(item.Fanart.Count)),
            "root" => (true, RootOf(reading)),
            _ => (false, null),
        };
        return isKnown;
    }

    private static string? RootOf(Reading<NfoDocument> reading) =>
        reading.Value!.Items[0].Kind switch
        {
            NfoKind.Episode => "episodes",
            NfoKind.Show => "tvshow",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    private static IReadOnlyList<string> List(NfoItem item, string field) =>
        field switch
        {
            "genre" => item.Genres,
            "studio" => item.Studios,
            "country" => item.Countries,
            "tag" => item.Tags,
            "style" => item.Styles,
            "mood" => item.Moods,
            "director" => Crew(item, "director"),
            _ => Crew(item, "writer"),
        };

    private static List<string> Crew(NfoItem item, string role) =>
        [.. item.People.Where(person => person.Role == role).Select(person => person.Name)];

    private static string? Prefixed(NfoItem item, string field) => field == "outline_prefix" ? item.Outline : item.Plot;

    private static string? Begin(string? text) => text?[..Math.Min(text.Length, 100)];

    private static string? Id(Reading<NfoDocument> reading, string provider) =>
        reading.Value?.Items.SelectMany(item => item.Ids).FirstOrDefault(id => id.Provider == provider)?.Value
        ?? reading.Value?.Links.FirstOrDefault(link => link.Provider == provider)?.Value;

    private static string FirstActor(NfoItem item) => $"{item.People[0].Name} as {item.People[0].Character}";

    private static string Actor(JsonElement actor) =>
        $"{actor.GetProperty("name").GetString()} as {actor.GetProperty("role").GetString()}";

    private static string Rating(JsonElement rating) =>
        $"{rating.GetProperty("name").GetString()} {rating.GetProperty("value").GetString()}"
        + (rating.GetProperty("default").GetString() == "true" ? " default" : "");

    private static string Rating(NfoRating rating) =>
        $"{rating.Name} {rating.Value.ToString(CultureInfo.InvariantCulture)}{(rating.IsDefault ? " default" : "")}";

    private static string Episode(JsonElement episode) =>
        string.Join(
            ' ',
            new[] { "season", "episode", "title", "showtitle", "aired" }.Select(field =>
                episode.TryGetProperty(field, out JsonElement value) ? Text(value) : null
            )
        );

    private static string Episodes(Reading<NfoDocument> reading) =>
        string.Join(
            ", ",
            reading.Value!.Items.Select(item =>
                string.Join(' ', Text(item.Season), Text(item.Episode), item.Title, item.ShowTitle, item.Aired)
            )
        );

    private static string Joined(JsonElement list, Func<JsonElement, string?> text) =>
        string.Join(", ", list.EnumerateArray().Select(text));

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.ToString();

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
