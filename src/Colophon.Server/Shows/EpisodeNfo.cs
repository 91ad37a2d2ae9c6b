using Colophon.Formats.Nfo;

namespace Colophon.Server.Shows;

/// <summary>The NFO of a file that holds several episodes: it has a root for each, and the file is one item.</summary>
internal static class EpisodeNfo
{
    /// <summary>Titles and plots one after the other, everybody and everything that any of them names, the first one's ids.</summary>
    public static NfoItem Join(IReadOnlyList<NfoItem> items)
    {
        var episodes = items.OrderBy(item => item.Season).ThenBy(item => item.Episode).ToList();
        var first = episodes[0];
        return first with
        {
            Title = Text(episodes.Select(item => item.Title), " / "),
            OriginalTitle = Text(episodes.Select(item => item.OriginalTitle), " / "),
            Plot = Text(episodes.Select(item => item.Plot), "\n\n"),
            Outline = Text(episodes.Select(item => item.Outline), "\n\n"),
            Runtime = episodes.TrueForAll(item => item.Runtime is not null)
                ? episodes.Sum(item => item.Runtime)
                : first.Runtime,
            People = [.. episodes.SelectMany(item => item.People).DistinctBy(person => (person.Name, person.Role))],
            Genres = [.. episodes.SelectMany(item => item.Genres).Distinct(StringComparer.OrdinalIgnoreCase)],
            Tags = [.. episodes.SelectMany(item => item.Tags).Distinct(StringComparer.OrdinalIgnoreCase)],
            EpisodeEnd = episodes.Max(item => item.EpisodeEnd ?? item.Episode),
        };
    }

    /// <summary>Season, first and last episode; null where it does not say both.</summary>
    public static (int Season, int First, int Last)? PlaceOf(NfoItem? item) =>
        item is { Season: { } season, Episode: { } first }
            ? (season, first, Math.Max(first, item.EpisodeEnd ?? first))
            : null;

    private static string? Text(IEnumerable<string?> texts, string between) =>
        string.Join(between, texts.OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } text
            ? text
            : null;
}
