using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>A show, as evidence.</summary>
internal static class TvdbShow
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.OriginalTitle,
        Fields.Tagline,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.EndDate,
        Fields.Status,
        Fields.Runtime,
        Fields.Certification,
        Fields.People,
        Fields.Studios,
        Fields.Countries,
        Fields.Trailer,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static ProviderRecord Read(ProviderSubject subject, JsonElement show, ProviderSession session)
    {
        var texts = new TvdbTexts(show, session);
        var status = show.At("status").Text("name");
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.Title)
            .Text(Fields.OriginalTitle, texts.Original)
            .Text(Fields.Tagline, texts.Tagline)
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, show.Text("firstAired"))
            .Date(Fields.EndDate, status == "Ended" ? show.Text("lastAired") : null)
            .Text(Fields.Status, status)
            .Set(Fields.Runtime, TvdbValues.Minutes(show.Integer("averageRuntime")))
            .Text(Fields.Certification, TvdbValues.Certification(show, session.Country))
            .People(Fields.People, TvdbPeople.Of(show))
            .Names(Fields.Studios, NetworksOf(show))
            .Names(
                Fields.Countries,
                show.Text("originalCountry") is { } country ? [TvdbCodes.CountryName(country)] : []
            )
            .Text(Fields.Trailer, TvdbValues.Trailer(show, session))
            .Set(Fields.Identifiers, TvdbIds.Of(show))
            .Names(Fields.Genres, TvdbValues.Names(show.List("genres")))
            .Names(Fields.Tags, TvdbValues.Names(show.List("tags")))
            .ToDocument();
        return new ProviderRecord(TvdbIds.Id(show, subject), document) { Artwork = TvdbPictures.OfWhole(show) };
    }

    /// <summary>Who shows it, as media centres understand a show's studio.</summary>
    private static IReadOnlyList<string> NetworksOf(JsonElement show) =>
        TvdbValues.Names([show.At("originalNetwork"), show.At("latestNetwork")]) is { Count: > 0 } networks
            ? networks
            : TvdbValues.Names(
                show.List("companies").Where(company => company.At("companyType").Text("companyTypeName") == "Network")
            );
}
