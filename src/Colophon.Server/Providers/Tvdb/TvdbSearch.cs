using System.Globalization;
using System.Text.Json;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>Searches, and what they find.</summary>
internal static class TvdbSearch
{
    private const int MostOtherTitles = 2;
    private const int MostNames = 30;
    private const int DescriptionLength = 200;

    /// <summary>One after the other until something is found: a wrong year in a file's name must not hide a film.</summary>
    public static IEnumerable<ProviderRequest> Requests(ItemQuery query)
    {
        if (query.Year is not null)
            yield return Request(query, query.Title, query.Year);
        yield return Request(query, query.Title, null);
        foreach (var title in query.OtherTitles.Where(title => title != query.Title).Distinct().Take(MostOtherTitles))
            yield return Request(query, title, null);
    }

    public static IReadOnlyList<ProviderMatch> Matches(JsonElement answer, string kind, ProviderSession session) =>
        [.. answer.List("data").Select(entry => Match(entry, kind, session)).OfType<ProviderMatch>()];

    private static ProviderMatch? Match(JsonElement entry, string kind, ProviderSession session)
    {
        // "id" is "series-123"; old entries lack the plain one.
        var id = entry.Text("tvdb_id") ?? entry.Text("id")?.Split('-')[^1];
        var translated = Told(entry.At("translations"), session);
        if (id is null || (translated ?? entry.Text("name")) is not { } title)
            return null;
        return new ProviderMatch(new ProviderId(TvdbIds.Own, id), title)
        {
            OtherTitles = [.. NamesOf(entry).Where(name => name != title).Distinct().Take(MostNames)],
            Year = entry.Year("year") ?? entry.Year("first_air_time"),
            People = entry.Text("director") is { } director ? [director] : [],
            Language = TvdbCodes.LanguageOf(entry.Text("primary_language")),
            Description = Line(Told(entry.At("overviews"), session) ?? entry.Text("overview")),
            Picture = TvdbPictures.AddressOf(entry.Text("thumbnail") ?? entry.Text("image_url")),
            Page = entry.Text("slug") is { } slug
                ? new Uri($"https://thetvdb.com/{(kind == "movie" ? "movies" : "series")}/{Uri.EscapeDataString(slug)}")
                : null,
        };
    }

    private static ProviderRequest Request(ItemQuery query, string title, int? year) =>
        new ProviderRequest("search")
            .With("query", title)
            .With("type", query.Kind == "movie" ? "movie" : "series")
            .With("year", year?.ToString(CultureInfo.InvariantCulture))
            .With("limit", "20") with
        {
            GoodFor = ProviderRequest.SearchIsGoodFor,
        };

    private static string? Told(JsonElement byLanguage, ProviderSession session) =>
        TvdbCodes.Wanted(session).Select(code => byLanguage.Text(code)).FirstOrDefault(text => text is not null);

    private static IEnumerable<string> NamesOf(JsonElement entry)
    {
        if (entry.Text("name") is { } name)
            yield return name;
        foreach (var alias in entry.Texts("aliases"))
            yield return alias;
        if (entry.At("translations") is { ValueKind: JsonValueKind.Object } translations)
            foreach (var translation in translations.EnumerateObject())
                if (translation.Value.Text() is { } text)
                    yield return text;
    }

    private static string? Line(string? text) =>
        text is null ? null
        : text.Length <= DescriptionLength ? text
        : $"{text.AsSpan(0, DescriptionLength - 1).TrimEnd()}…";
}
