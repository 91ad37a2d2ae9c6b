using System.Text.Json;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>For whom it is fit, by the board of one country.</summary>
internal static class TmdbCertification
{
    /// <summary>Where the library names no country; media centres do the same.</summary>
    private const string CountryByDefault = "US";

    // developer.themoviedb.org/reference/movie-release-dates: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 television.
    private static readonly int[] ByWeight = [3, 2, 4, 5, 6, 1];

    public static string? OfFilm(JsonElement film, string? country) =>
        film.At("release_dates")
            .List("results")
            .Where(entry => entry.Text("iso_3166_1") == (country ?? CountryByDefault))
            .SelectMany(entry => entry.List("release_dates"))
            .Where(release => release.Text("certification") is not null)
            .OrderBy(release =>
                Array.IndexOf(ByWeight, release.Integer("type") ?? 1) is >= 0 and var place ? place : 99
            )
            .Select(release => release.Text("certification"))
            .FirstOrDefault();

    public static string? OfShow(JsonElement show, string? country) =>
        show.At("content_ratings")
            .List("results")
            .Where(entry => entry.Text("iso_3166_1") == (country ?? CountryByDefault))
            .Select(entry => entry.Text("rating"))
            .FirstOrDefault(rating => rating is not null);
}
