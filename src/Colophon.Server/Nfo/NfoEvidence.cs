using System.Globalization;
using Colophon.Formats.Nfo;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Nfo;

/// <summary>What an NFO says of a film, a show, music or a part of these, as evidence.</summary>
internal static class NfoEvidence
{
    private const int DescriptionLimit = 32_000;

    public static EvidenceDocument Of(NfoItem nfo) =>
        new EvidenceDraft()
            .Text(Fields.Title, nfo.Title ?? nfo.LocalTitle)
            .Text(Fields.OriginalTitle, nfo.OriginalTitle)
            .Text(Fields.SortTitle, nfo.SortTitle)
            .People(Fields.Artists, [.. nfo.Artists.Select(Artist)])
            .Set(Fields.IndexNumber, Number(NumberOf(nfo)))
            .Set(Fields.IndexNumberEnd, Number(nfo.Kind == NfoKind.Episode ? nfo.EpisodeEnd : null))
            .Text(Fields.Tagline, nfo.Tagline)
            .Text(Fields.Outline, SafeHtml.Clean(nfo.Outline, DescriptionLimit))
            .Text(Fields.Description, SafeHtml.Clean(nfo.Plot, DescriptionLimit))
            .Date(Fields.ReleaseDate, DateOf(nfo))
            .Date(Fields.BeginDate, nfo.Born ?? nfo.Formed)
            .Date(Fields.EndDate, nfo.EndDate ?? nfo.Died ?? nfo.Disbanded)
            .Text(Fields.Status, nfo.Status)
            .Text(Fields.AlbumType, nfo.Kind == NfoKind.Album ? nfo.ReleaseType ?? nfo.Type : null)
            .Set(Fields.Runtime, Number(nfo.Runtime))
            .Text(Fields.Certification, nfo.CustomRating ?? nfo.Mpaa ?? nfo.Certification)
            .Set(Fields.Ratings, Ratings(nfo))
            .Set(Fields.UserRating, Number(nfo.UserRating))
            .People(Fields.People, [.. nfo.People.Select(Credit)])
            .Names(Fields.Genres, nfo.Genres)
            .Names(Fields.Tags, nfo.Tags)
            .Names(Fields.Styles, nfo.Styles)
            .Names(Fields.Moods, nfo.Moods)
            .Names(Fields.Studios, nfo.Studios)
            .Text(Fields.Publisher, nfo.Label)
            .Names(Fields.Countries, nfo.Countries)
            .Text(Fields.Collection, nfo.Set?.Name)
            .Text(Fields.Trailer, nfo.Trailers.Count > 0 ? nfo.Trailers[0] : null)
            .Set(Fields.Identifiers, Identifiers(nfo))
            .ToDocument();

    /// <summary>The day where it is told; else the year.</summary>
    private static string? DateOf(NfoItem nfo)
    {
        var date = nfo.Premiered ?? nfo.Aired ?? nfo.OriginalReleaseDate ?? nfo.ReleaseDate;
        return date ?? nfo.Year?.ToString("0000", CultureInfo.InvariantCulture);
    }

    /// <summary>Of what stands in a row; elsewhere these elements count what there is.</summary>
    private static int? NumberOf(NfoItem nfo) =>
        nfo.Kind switch
        {
            NfoKind.Season => nfo.Season,
            NfoKind.Episode => nfo.Episode,
            _ => null,
        };

    private static NumberValue? Number(double? value) => value is { } number ? new NumberValue(number) : null;

    private static Credit Artist(NfoArtist artist) => new(artist.Name, "artist");

    /// <summary>The one that its writer showed comes first.</summary>
    private static RatingsValue Ratings(NfoItem nfo) =>
        new([
            .. nfo
                .Ratings.OrderByDescending(rating => rating.IsDefault)
                .Select(rating => new Rating(rating.Name, rating.Value, rating.Votes)),
        ]);

    private static Credit Credit(NfoPerson person) => new(person.Name, person.Role, Character: person.Character);

    private static IdentifiersValue Identifiers(NfoItem nfo) =>
        new([
            .. nfo
                .Ids.OrderByDescending(id => id.IsDefault)
                .Select(id => new Identifier(TypeOf(id), id.Value))
                .Distinct(),
        ]);

    /// <summary>NFOs call it an album, as tags do; MusicBrainz itself calls it a release.</summary>
    private static string TypeOf(NfoId id) => id.Provider == "musicbrainz_album" ? "musicbrainz_release" : id.Provider;
}
