using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>A season, as evidence.</summary>
internal static class TvdbSeason
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.IndexNumber,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.Identifiers,
    ];

    /// <summary>Of the seasons in the order of airing: the same show has others by DVD, and one of absolute numbers.</summary>
    public static string? IdOf(JsonElement show, int number) =>
        show.List("seasons")
            .Where(season => season.Integer("number") == number && season.At("type").Text("type") == "official")
            .Select(season => season.Text("id"))
            .FirstOrDefault(id => id is not null);

    public static ProviderRecord Read(ProviderSubject subject, JsonElement season, ProviderSession session)
    {
        var texts = new TvdbTexts(season, session);
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.Title)
            .Set(Fields.IndexNumber, TvdbValues.Number(season.Integer("number") ?? subject.Season))
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, FirstAired(season) ?? season.Text("year"))
            .Set(Fields.Identifiers, TvdbIds.Of(season))
            .ToDocument();
        // It goes by the show's id, by which it was asked for.
        return new ProviderRecord(subject.Id, document) { Artwork = TvdbPictures.OfSeason(season) };
    }

    private static string? FirstAired(JsonElement season) =>
        season.List("episodes").Select(episode => episode.Text("aired")).OfType<string>().Min(StringComparer.Ordinal);
}
