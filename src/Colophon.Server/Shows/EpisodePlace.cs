using System.Globalization;
using Colophon.Formats.Naming.Shows;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Shows;

/// <summary>Where an episode stands in its show, and by what it is known there.</summary>
/// <param name="Season">Null when nothing says it.</param>
internal sealed record EpisodePlace(int? Season, string Key, string Title, int? First, int? Last)
{
    /// <summary>Whether anything but its title says which episode it is.</summary>
    public bool IsKnown => First is not null || Key.StartsWith("d:", StringComparison.Ordinal);

    /// <summary>The NFO's numbers come first, as with everything that an NFO says; then the name's, its date, its title.</summary>
    /// <param name="stem">The file's name, for one that says nothing else.</param>
    public static EpisodePlace Of(EpisodeName name, (int Season, int First, int Last)? nfo, string stem)
    {
        if ((nfo ?? name.Place) is { } place)
            return new EpisodePlace(
                place.Season,
                place.First == place.Last ? $"e:{Text(place.First)}" : $"e:{Text(place.First)}-{Text(place.Last)}",
                name.Title
                    ?? (place.First == place.Last ? $"Episode {place.First}" : $"Episodes {place.First}–{place.Last}"),
                place.First,
                place.Last == place.First ? null : place.Last
            );
        // A show of every day is shelved by years where nobody numbered its seasons.
        if (name.AirDate is { } day)
            return new EpisodePlace(
                name.Season ?? day.Year,
                $"d:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
                name.Title ?? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                null,
                null
            );
        var title = name.Title ?? stem;
        return new EpisodePlace(name.IsSpecial ? 0 : name.Season, $"t:{TextKeys.SortKey(title)}", title, null, null);
    }

    /// <summary>What the path says of the episode.</summary>
    public EvidenceDocument ToDocument(EpisodeName name, string? version) =>
        new EvidenceDraft()
            .Text(Fields.Title, Title)
            .Set(Fields.IndexNumber, First is { } first ? new NumberValue(first) : null)
            .Set(Fields.IndexNumberEnd, Last is { } last ? new NumberValue(last) : null)
            .Date(Fields.ReleaseDate, name.AirDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Set(Fields.Identifiers, new IdentifiersValue([.. name.Ids.Select(id => new Identifier(id.Key, id.Value))]))
            .Text(Fields.Name, version)
            .ToDocument();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
