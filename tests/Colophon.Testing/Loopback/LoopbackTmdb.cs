using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Colophon.Testing.Loopback;

/// <summary>
/// Stands for The Movie Database: searches, details and pictures of the films it was given, as many as one likes, since answers are made
/// when they are asked for.
/// </summary>
/// <example>
/// <code>
/// await using var tmdb = await LoopbackTmdb.StartAsync([new LoopbackFilm(603, "The Silent River", 1999) { Director = "Ada Müller" }]);
/// // PUT /api/providers/tmdb { enabled: true, key: "any", address: tmdb.Address }
/// </code>
/// </example>
public sealed class LoopbackTmdb : IAsyncDisposable
{
    private const int FilmsOfPage = 20;

    private readonly Dictionary<int, LoopbackFilm> films;
    private readonly List<(LoopbackFilm Film, HashSet<string> Words)> words;
    private readonly LoopbackPictures pictures;

    private LoopbackTmdb(LoopbackServer server, IEnumerable<LoopbackFilm> films, int posterWidth)
    {
        Server = server;
        this.films = films.ToDictionary(film => film.Id);
        words = [.. this.films.Values.Select(film => (film, LoopbackWords.Of($"{film.Title} {film.OriginalTitle}")))];
        pictures = new LoopbackPictures(posterWidth);
        server
            .On("/configuration", _ => Json(LoopbackTmdbAnswers.Configuration(new Uri(server.Address, "images/"))))
            .On("/search/movie", Search)
            .On("/find/*", Find)
            .On("/movie/*", Details)
            .On("/images/*", request => pictures.Answer(request.Path["/images/".Length..]));
    }

    /// <summary>What it was asked, its limits and its troubles.</summary>
    public LoopbackServer Server { get; }

    /// <summary>For the settings of the provider; ends with a slash.</summary>
    public Uri Address => Server.Address;

    /// <param name="posterWidth">Of its largest pictures, in pixels: small ones cost little.</param>
    public static async Task<LoopbackTmdb> StartAsync(
        IEnumerable<LoopbackFilm> films,
        int port = 0,
        int posterWidth = 240
    ) => new(await LoopbackServer.StartAsync(port), films, posterWidth);

    /// <summary>On a server that runs already, which goes on to be its owner's.</summary>
    public static LoopbackTmdb On(LoopbackServer server, IEnumerable<LoopbackFilm> films, int posterWidth = 240) =>
        new(server, films, posterWidth);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private LoopbackAnswer Search(LoopbackRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var asked = LoopbackWords.Of(request.Asked("query") ?? "");
        var year = NumberOf(request.Asked("year") ?? request.Asked("primary_release_year"));
        var page = NumberOf(request.Asked("page")) ?? 1;
        var found = words
            .Where(entry => asked.Count > 0 && asked.IsSubsetOf(entry.Words))
            .Where(entry => year is null || entry.Film.Year == year)
            // Whose title is little more than what was asked comes first.
            .OrderBy(entry => entry.Words.Count)
            .ThenByDescending(entry => entry.Film.Votes)
            .Select(entry => entry.Film)
            .ToList();
        return Json(
            new
            {
                page,
                results = found.Skip((page - 1) * FilmsOfPage).Take(FilmsOfPage).Select(LoopbackTmdbAnswers.Summary),
                total_pages = (found.Count + FilmsOfPage - 1) / FilmsOfPage,
                total_results = found.Count,
            }
        );
    }

    private LoopbackAnswer Find(LoopbackRequest request)
    {
        if (Refusal(request) is { } refusal)
            return refusal;
        var id = Uri.UnescapeDataString(request.Path["/find/".Length..]);
        Func<LoopbackFilm, string>? register = request.Asked("external_source") switch
        {
            "imdb_id" => film => film.ImdbId,
            "wikidata_id" => film => film.WikidataId,
            _ => null,
        };
        return Json(
            new
            {
                movie_results = films
                    .Values.Where(film => register?.Invoke(film) == id)
                    .Select(LoopbackTmdbAnswers.Summary),
                person_results = Array.Empty<object>(),
                tv_results = Array.Empty<object>(),
                tv_episode_results = Array.Empty<object>(),
                tv_season_results = Array.Empty<object>(),
            }
        );
    }

    private LoopbackAnswer Details(LoopbackRequest request) =>
        Refusal(request)
        ?? (
            films.TryGetValue(NumberOf(request.Path["/movie/".Length..]) ?? 0, out var film)
                ? Json(
                    LoopbackTmdbAnswers.Details(
                        film,
                        (request.Asked("append_to_response") ?? "").Split(',', StringSplitOptions.TrimEntries),
                        pictures
                    )
                )
                : Failure(HttpStatusCode.NotFound, 34, "The resource you requested could not be found.")
        );

    /// <summary>Any key will do, but none will not.</summary>
    private static LoopbackAnswer? Refusal(LoopbackRequest request) =>
        request.Asked("api_key") is null && !request.Headers.ContainsKey("Authorization")
            ? Failure(HttpStatusCode.Unauthorized, 7, "Invalid API key: You must be granted a valid key.")
            : null;

    private static LoopbackAnswer Failure(HttpStatusCode status, int code, string message) =>
        LoopbackAnswer.Of(
            status,
            JsonSerializer.Serialize(
                new
                {
                    success = false,
                    status_code = code,
                    status_message = message,
                }
            )
        );

    private static LoopbackAnswer Json(object answer) => LoopbackAnswer.Json(JsonSerializer.Serialize(answer));

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
