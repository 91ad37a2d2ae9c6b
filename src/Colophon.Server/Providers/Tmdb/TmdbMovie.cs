using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>A film, as evidence.</summary>
internal static class TmdbMovie
{
    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.OriginalTitle,
        Fields.Tagline,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.Runtime,
        Fields.Certification,
        Fields.Ratings,
        Fields.People,
        Fields.Studios,
        Fields.Countries,
        Fields.Collection,
        Fields.Trailer,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static ProviderRecord Read(
        ProviderSubject subject,
        JsonElement film,
        TmdbImages images,
        ProviderSession session
    )
    {
        var texts = new TmdbTexts(film, session);
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.Title)
            .Text(Fields.OriginalTitle, texts.Original)
            .Text(Fields.Tagline, texts.Tagline)
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, film.Text("release_date"))
            .Set(Fields.Runtime, TmdbValues.Minutes(film.Integer("runtime")))
            .Text(Fields.Certification, TmdbCertification.OfFilm(film, session.Country))
            .Set(Fields.Ratings, TmdbValues.Ratings(film))
            .People(Fields.People, TmdbPeople.OfFilm(film))
            .Names(Fields.Studios, TmdbValues.Names(film, "production_companies"))
            .Names(Fields.Countries, TmdbValues.Names(film, "production_countries"))
            .Text(Fields.Collection, film.At("belongs_to_collection").Text("name"))
            .Text(Fields.Trailer, TmdbValues.Trailer(film, session))
            .Set(Fields.Identifiers, TmdbIds.Of(film))
            .Names(Fields.Genres, TmdbValues.Names(film, "genres"))
            .Names(Fields.Tags, TmdbValues.Names(film.At("keywords"), "keywords"))
            .ToDocument();
        return new ProviderRecord(TmdbIds.Id(film, subject), document) { Artwork = images.OfWhole(film) };
    }
}
