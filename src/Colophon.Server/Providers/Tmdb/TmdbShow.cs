using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>A show, as evidence.</summary>
internal static class TmdbShow
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
        Fields.Ratings,
        Fields.People,
        Fields.Studios,
        Fields.Countries,
        Fields.Trailer,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static ProviderRecord Read(
        ProviderSubject subject,
        JsonElement show,
        TmdbImages images,
        ProviderSession session
    )
    {
        var texts = new TmdbTexts(show, session);
        var status = show.Text("status");
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.Title)
            .Text(Fields.OriginalTitle, texts.Original)
            .Text(Fields.Tagline, texts.Tagline)
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, show.Text("first_air_date"))
            .Date(Fields.EndDate, status is "Ended" or "Canceled" ? show.Text("last_air_date") : null)
            // Kodi's and Jellyfin's word for it.
            .Text(Fields.Status, status == "Returning Series" ? "Continuing" : status)
            .Set(Fields.Runtime, TmdbValues.Minutes(RuntimeOf(show)))
            .Text(Fields.Certification, TmdbCertification.OfShow(show, session.Country))
            .Set(Fields.Ratings, TmdbValues.Ratings(show))
            .People(Fields.People, TmdbPeople.OfShow(show))
            .Names(Fields.Studios, StudiosOf(show))
            .Names(Fields.Countries, TmdbValues.Names(show, "production_countries"))
            .Text(Fields.Trailer, TmdbValues.Trailer(show, session))
            .Set(Fields.Identifiers, TmdbIds.Of(show))
            .Names(Fields.Genres, TmdbValues.Names(show, "genres"))
            .Names(Fields.Tags, TmdbValues.Names(show.At("keywords"), "results"))
            .ToDocument();
        return new ProviderRecord(TmdbIds.Id(show, subject), document) { Artwork = images.OfWhole(show) };
    }

    /// <summary>The list is empty for most shows of late; then what their newest episode takes.</summary>
    private static int? RuntimeOf(JsonElement show) =>
        show.Texts("episode_run_time").FirstOrDefault() is { } told && int.TryParse(told, out var minutes)
            ? minutes
            : show.At("last_episode_to_air").Integer("runtime");

    /// <summary>Who shows it, as media centres understand a show's studio.</summary>
    private static IReadOnlyList<string> StudiosOf(JsonElement show) =>
        TmdbValues.Names(show, "networks") is { Count: > 0 } networks
            ? networks
            : TmdbValues.Names(show, "production_companies");
}
