using System.Globalization;
using Colophon.Formats.Nfo;
using Colophon.Server.Metadata;

namespace Colophon.Server.Nfo;

/// <summary>
/// Has an NFO say what is shown: only fields that it says otherwise are changed, so that whatever else stands in it, and in
/// whatever words, stays.
/// </summary>
internal static class NfoChanges
{
    private static readonly Dictionary<string, Func<NfoItem, FieldValue?, NfoItem>> Setters = new(
        StringComparer.Ordinal
    )
    {
        [Fields.Title] = (nfo, value) => nfo with { Title = Text(value), LocalTitle = null },
        [Fields.OriginalTitle] = (nfo, value) => nfo with { OriginalTitle = Text(value) },
        [Fields.SortTitle] = (nfo, value) => nfo with { SortTitle = Text(value) },
        [Fields.Tagline] = (nfo, value) => nfo with { Tagline = Text(value) },
        [Fields.Outline] = (nfo, value) => nfo with { Outline = Text(value) },
        [Fields.Description] = (nfo, value) => nfo with { Plot = Text(value) },
        [Fields.ReleaseDate] = SetDate,
        [Fields.EndDate] = (nfo, value) =>
            nfo.Kind == NfoKind.Artist
                ? nfo with
                {
                    Died = Date(value),
                    Disbanded = null,
                }
                : nfo with
                {
                    EndDate = Date(value),
                },
        [Fields.BeginDate] = (nfo, value) => nfo with { Born = Date(value), Formed = null },
        [Fields.Status] = (nfo, value) => nfo with { Status = Text(value) },
        [Fields.AlbumType] = (nfo, value) => nfo with { ReleaseType = Text(value), Type = null },
        [Fields.Runtime] = (nfo, value) => nfo with { Runtime = Whole(value) },
        [Fields.Certification] = (nfo, value) =>
            nfo with
            {
                Mpaa = Text(value),
                CustomRating = null,
                Certification = null,
            },
        [Fields.UserRating] = (nfo, value) => nfo with { UserRating = (value as NumberValue)?.Number },
        [Fields.Ratings] = (nfo, value) => nfo with { Ratings = Ratings(value) },
        [Fields.IndexNumber] = (nfo, value) =>
            nfo.Kind == NfoKind.Season ? nfo with { Season = Whole(value) } : nfo with { Episode = Whole(value) },
        [Fields.IndexNumberEnd] = (nfo, value) => nfo with { EpisodeEnd = Whole(value) },
        [Fields.Genres] = (nfo, value) => nfo with { Genres = Names(value) },
        [Fields.Tags] = (nfo, value) => nfo with { Tags = Names(value) },
        [Fields.Styles] = (nfo, value) => nfo with { Styles = Names(value) },
        [Fields.Moods] = (nfo, value) => nfo with { Moods = Names(value) },
        [Fields.Studios] = (nfo, value) => nfo with { Studios = Names(value) },
        [Fields.Countries] = (nfo, value) => nfo with { Countries = Names(value) },
        [Fields.Publisher] = (nfo, value) => nfo with { Label = Text(value) },
        [Fields.Collection] = (nfo, value) =>
            nfo with
            {
                Set = Text(value) is { } name ? new NfoSet(name, Overview: null, TmdbId: null) : null,
            },
        [Fields.Trailer] = (nfo, value) => nfo with { Trailers = Text(value) is { } address ? [address] : [] },
        [Fields.People] = SetPeople,
        [Fields.Artists] = SetArtists,
        [Fields.Identifiers] = SetIds,
    };

    /// <param name="nfo">What stands in the file; a fresh item where there is none.</param>
    public static NfoItem Apply(NfoItem nfo, string kind, Merged shown)
    {
        var said = NfoEvidence.Of(nfo).Fields;
        foreach (var field in Fields.For(kind, FieldLevel.Item))
        {
            var value = shown.Values.GetValueOrDefault(field.Name);
            if (Setters.TryGetValue(field.Name, out var set) && !Equals(value, said.GetValueOrDefault(field.Name)))
                nfo = IsDerived(field, shown) ? nfo : set(nfo, value);
        }
        return nfo;
    }

    /// <summary>A sort title that was made from the title is nobody's word.</summary>
    private static bool IsDerived(Field field, Merged shown) =>
        field.DerivedFrom is { } origin
        && shown.Sources.GetValueOrDefault(field.Name) == shown.Sources.GetValueOrDefault(origin);

    private static NfoItem SetDate(NfoItem nfo, FieldValue? value)
    {
        var date = Date(value);
        int? year = date is null ? null : int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var day = date?.Length == 4 ? null : date;
        return nfo.Kind switch
        {
            NfoKind.Episode => nfo with { Aired = day, Premiered = null, Year = nfo.Year is null ? null : year },
            NfoKind.Album => nfo with { ReleaseDate = day, OriginalReleaseDate = null, Year = year },
            _ => nfo with { Premiered = day, ReleaseDate = null, Aired = null, Year = year },
        };
    }

    /// <summary>Who stands in it already keeps what else is said of them.</summary>
    private static NfoItem SetPeople(NfoItem nfo, FieldValue? value) =>
        nfo with
        {
            People = value is PeopleValue people
                ?
                [
                    .. people.Entries.Select(credit =>
                        nfo.People.FirstOrDefault(person =>
                            person.Name == credit.Name
                            && person.Role == credit.Role
                            && person.Character == credit.Character
                        ) ?? new NfoPerson(credit.Name, credit.Role, credit.Character, Order: null, Thumb: null)
                    ),
                ]
                : [],
        };

    private static NfoItem SetArtists(NfoItem nfo, FieldValue? value) =>
        nfo with
        {
            Artists = value is PeopleValue people
                ?
                [
                    .. people.Entries.Select(credit =>
                        nfo.Artists.FirstOrDefault(artist => artist.Name == credit.Name)
                        ?? new NfoArtist(credit.Name, MusicBrainzId: null)
                    ),
                ]
                : [],
        };

    private static NfoItem SetIds(NfoItem nfo, FieldValue? value) =>
        nfo with
        {
            Ids = value is IdentifiersValue ids
                ? [.. ids.Entries.Select((id, place) => new NfoId(id.Type, id.Value, IsDefault: place == 0))]
                : [],
        };

    private static IReadOnlyList<NfoRating> Ratings(FieldValue? value) =>
        value is RatingsValue ratings
            ?
            [
                .. ratings.Entries.Select(
                    (rating, place) => new NfoRating(rating.Source, rating.Value, (int?)rating.Votes, place == 0)
                ),
            ]
            : [];

    private static string? Text(FieldValue? value) => (value as TextValue)?.Text;

    private static string? Date(FieldValue? value) => (value as DateValue)?.Date;

    private static int? Whole(FieldValue? value) => value is NumberValue number ? (int)Math.Round(number.Number) : null;

    private static IReadOnlyList<string> Names(FieldValue? value) => value is NamesValue names ? names.Entries : [];
}
