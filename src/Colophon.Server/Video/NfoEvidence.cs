using System.Globalization;
using Colophon.Formats.Nfo;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Video;

/// <summary>What an NFO says of a movie, a show or one of its parts, as evidence.</summary>
internal static class NfoEvidence
{
    private const int DescriptionLimit = 32_000;

    public static EvidenceDocument Of(NfoItem nfo) =>
        new EvidenceDraft()
            .Text(Fields.Title, nfo.Title ?? nfo.LocalTitle)
            .Text(Fields.OriginalTitle, nfo.OriginalTitle)
            .Text(Fields.SortTitle, nfo.SortTitle)
            .Text(Fields.Tagline, nfo.Tagline)
            .Text(Fields.Outline, SafeHtml.Clean(nfo.Outline, DescriptionLimit))
            .Text(Fields.Description, SafeHtml.Clean(nfo.Plot, DescriptionLimit))
            .Date(Fields.ReleaseDate, DateOf(nfo))
            .Set(Fields.Runtime, nfo.Runtime is { } minutes ? new NumberValue(minutes) : null)
            .Text(Fields.Certification, nfo.CustomRating ?? nfo.Mpaa ?? nfo.Certification)
            .Set(Fields.Ratings, Ratings(nfo))
            .Set(Fields.UserRating, nfo.UserRating is { } rating ? new NumberValue(rating) : null)
            .People(Fields.People, [.. nfo.People.Select(Credit)])
            .Names(Fields.Genres, nfo.Genres)
            .Names(Fields.Tags, nfo.Tags)
            .Names(Fields.Studios, nfo.Studios)
            .Names(Fields.Countries, nfo.Countries)
            .Text(Fields.Collection, nfo.Set?.Name)
            .Text(Fields.Trailer, nfo.Trailers.Count > 0 ? nfo.Trailers[0] : null)
            .Set(Fields.Identifiers, Identifiers(nfo))
            .ToDocument();

    /// <summary>The day where it is told; else the year.</summary>
    private static string? DateOf(NfoItem nfo)
    {
        var date = nfo.Premiered ?? nfo.Aired ?? nfo.ReleaseDate;
        return date ?? nfo.Year?.ToString("0000", CultureInfo.InvariantCulture);
    }

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
                .Select(id => new Identifier(id.Provider, id.Value))
                .Distinct(),
        ]);
}
