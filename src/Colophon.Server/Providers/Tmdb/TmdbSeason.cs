using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>A season, as evidence.</summary>
internal static class TmdbSeason
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.IndexNumber,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.Ratings,
        Fields.Identifiers,
    ];

    public static ProviderRecord Read(
        ProviderSubject subject,
        JsonElement season,
        TmdbImages images,
        ProviderSession session
    )
    {
        var texts = new TmdbTexts(season, session);
        var number = season.Integer("season_number") ?? subject.Season;
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.NameOf(number ?? 0))
            .Set(Fields.IndexNumber, TmdbValues.Number(number))
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, season.Text("air_date"))
            .Set(Fields.Ratings, TmdbValues.Ratings(season))
            .Set(Fields.Identifiers, TmdbIds.Of(season))
            .ToDocument();
        // It goes by the show's id, by which it was asked for.
        return new ProviderRecord(subject.Id, document) { Artwork = images.OfSeason(season) };
    }
}
