using System.Text.Json;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>What a search found.</summary>
internal static class MusicBrainzMatches
{
    private const int Most = 20;
    private const string Pages = "https://musicbrainz.org/";

    public static IReadOnlyList<ProviderMatch> Artists(JsonElement answer) =>
        [.. answer.List("artists").Select(Artist).OfType<ProviderMatch>().Take(Most)];

    /// <summary>
    /// One for each release group, in the order of its best release: which of fifty pressings lies in a folder is not told by its title.
    /// Its year and its number of tracks are those of the release that fits best what is known.
    /// </summary>
    public static IReadOnlyList<ProviderMatch> Albums(JsonElement answer, ItemQuery query) =>
        [
            .. answer
                .List("releases")
                .Where(release => MusicBrainzIds.Normalise(release.At("release-group").Text("id")) is not null)
                .GroupBy(release => MusicBrainzIds.Normalise(release.At("release-group").Text("id")))
                .Select(group => Album(group.Key!, [.. group], query))
                .OfType<ProviderMatch>()
                .Take(Most),
        ];

    private static ProviderMatch? Artist(JsonElement artist)
    {
        if (MusicBrainzIds.Of(MusicBrainzIds.Artist, artist.Text("id")) is not { } id)
            return null;
        if (artist.Text("name") is not { } name)
            return null;
        return new ProviderMatch(id, name)
        {
            OtherTitles = Others(name, artist.List("aliases").Select(alias => alias.Text("name"))),
            Year = artist.At("life-span").Year("begin"),
            Description = Line(artist.Text("type"), artist.At("area").Text("name"), artist.Text("disambiguation")),
            Page = new Uri($"{Pages}artist/{id.Value}"),
        };
    }

    private static ProviderMatch? Album(string id, IReadOnlyList<JsonElement> releases, ItemQuery query)
    {
        var first = releases[0];
        var group = first.At("release-group");
        if ((group.Text("title") ?? first.Text("title")) is not { } title)
            return null;
        return new ProviderMatch(new ProviderId(MusicBrainzIds.ReleaseGroup, id), title)
        {
            OtherTitles = Others(title, releases.Select(release => release.Text("title"))),
            Year = Fitting(releases.Select(release => release.Year("date")), query.Year)?.Earliest,
            Parts = Fitting(releases.Select(release => release.Integer("track-count")), query.Parts)?.First,
            People = [.. MusicBrainzCredits.Names(first)],
            Description = Line(
                MusicBrainzAlbum.TypeOf(group),
                first.At("label-info") is { ValueKind: JsonValueKind.Array } labels && labels.GetArrayLength() > 0
                    ? labels[0].At("label").Text("name")
                    : null,
                first.Text("disambiguation")
            ),
            Page = new Uri($"{Pages}release-group/{id}"),
        };
    }

    /// <summary>The wanted one where there is such a release.</summary>
    private static (int Earliest, int First)? Fitting(IEnumerable<int?> told, int? wanted)
    {
        var all = told.OfType<int>().ToList();
        if (all.Count == 0)
            return null;
        return wanted is { } number && all.Contains(number) ? (number, number) : (all.Min(), all[0]);
    }

    private static IReadOnlyList<string> Others(string title, IEnumerable<string?> names) =>
        [.. names.OfType<string>().Where(name => name != title).Distinct(StringComparer.Ordinal).Take(Most)];

    private static string? Line(params IEnumerable<string?> parts) =>
        string.Join(", ", parts.OfType<string>()) is { Length: > 0 } line ? line : null;
}
