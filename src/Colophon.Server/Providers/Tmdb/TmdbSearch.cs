using System.Globalization;
using System.Text.Json;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>Searches, and what they find.</summary>
internal static class TmdbSearch
{
    private const int MostOtherTitles = 2;
    private const int DescriptionLength = 200;

    /// <summary>One after the other until something is found: a wrong year in a file's name must not hide a film.</summary>
    public static IEnumerable<ProviderRequest> Requests(ItemQuery query, ProviderSession session)
    {
        if (query.Year is not null)
            yield return Request(query, query.Title, query.Year, session);
        yield return Request(query, query.Title, null, session);
        foreach (var title in query.OtherTitles.Where(title => title != query.Title).Distinct().Take(MostOtherTitles))
            yield return Request(query, title, null, session);
    }

    public static IReadOnlyList<JsonElement> Found(JsonElement answer) =>
        [.. answer.List("results").Where(entry => entry.Text("id") is not null && TitleOf(entry) is not null)];

    public static ProviderMatch Match(JsonElement entry, string kind, TmdbImages images)
    {
        var (id, title) = (entry.Text("id")!, TitleOf(entry)!);
        var original = entry.Text("original_title") ?? entry.Text("original_name");
        return new ProviderMatch(TmdbIds.Id(id), title)
        {
            OtherTitles = original is null || original == title ? [] : [original],
            Year = entry.Year("release_date") ?? entry.Year("first_air_date"),
            Language = entry.Text("original_language") is { Length: 2 } language ? language : null,
            Description = Line(entry.Text("overview")),
            Picture = images.Small(entry.Text("poster_path")),
            Page = new Uri(
                $"https://www.themoviedb.org/{(kind == "movie" ? "movie" : "tv")}/{Uri.EscapeDataString(id)}"
            ),
        };
    }

    private static ProviderRequest Request(ItemQuery query, string title, int? year, ProviderSession session)
    {
        var isFilm = query.Kind == "movie";
        return new ProviderRequest(isFilm ? "search/movie" : "search/tv")
            .With("query", title)
            .With(isFilm ? "year" : "first_air_date_year", year?.ToString(CultureInfo.InvariantCulture))
            .With("language", session.Languages[0]) with
        {
            GoodFor = ProviderRequest.SearchIsGoodFor,
        };
    }

    private static string? TitleOf(JsonElement entry) =>
        entry.Text("title") ?? entry.Text("name") ?? entry.Text("original_title") ?? entry.Text("original_name");

    private static string? Line(string? text) =>
        text is null ? null
        : text.Length <= DescriptionLength ? text
        : $"{text.AsSpan(0, DescriptionLength - 1).TrimEnd()}…";
}
