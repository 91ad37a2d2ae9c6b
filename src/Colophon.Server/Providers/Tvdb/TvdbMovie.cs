using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>A film, as evidence.</summary>
internal static class TvdbMovie
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
        Fields.People,
        Fields.Studios,
        Fields.Countries,
        Fields.Collection,
        Fields.Trailer,
        Fields.Identifiers,
        Fields.Genres,
        Fields.Tags,
    ];

    public static ProviderRecord Read(ProviderSubject subject, JsonElement film, ProviderSession session)
    {
        var texts = new TvdbTexts(film, session);
        var document = new EvidenceDraft()
            .Text(Fields.Title, texts.Title)
            .Text(Fields.OriginalTitle, texts.Original)
            .Text(Fields.Tagline, texts.Tagline)
            .Text(Fields.Description, texts.Overview)
            .Date(Fields.ReleaseDate, ReleaseOf(film))
            .Set(Fields.Runtime, TvdbValues.Minutes(film.Integer("runtime")))
            .Text(Fields.Certification, TvdbValues.Certification(film, session.Country))
            .People(Fields.People, TvdbPeople.Of(film))
            .Names(Fields.Studios, StudiosOf(film))
            .Names(Fields.Countries, CountriesOf(film))
            .Text(Fields.Collection, CollectionOf(film))
            .Text(Fields.Trailer, TvdbValues.Trailer(film, session))
            .Set(Fields.Identifiers, TvdbIds.Of(film))
            .Names(Fields.Genres, TvdbValues.Names(film.List("genres")))
            .Names(Fields.Tags, TvdbValues.Names(film.List("tagOptions")))
            .ToDocument();
        return new ProviderRecord(TvdbIds.Id(film, subject), document) { Artwork = TvdbPictures.OfWhole(film) };
    }

    private static string? ReleaseOf(JsonElement film) =>
        film.At("first_release").Text("date")
        ?? film.List("releases").Select(release => release.Text("date")).OfType<string>().Min(StringComparer.Ordinal)
        ?? film.Text("year");

    private static IReadOnlyList<string> StudiosOf(JsonElement film) =>
        TvdbValues.Names(
            film.List("studios")
                .Concat(film.At("companies").List("studio"))
                .Concat(film.At("companies").List("production"))
        );

    private static IReadOnlyList<string> CountriesOf(JsonElement film) =>
        TvdbValues.Names(film.List("production_countries")) is { Count: > 0 } named ? named
        : film.Text("originalCountry") is { } code ? [TvdbCodes.CountryName(code)]
        : [];

    /// <summary>Official lists are film series; the others are made by users.</summary>
    private static string? CollectionOf(JsonElement film) =>
        film.List("lists").Where(list => list.Flag("isOfficial")).Select(list => list.Text("name")).FirstOrDefault();
}
