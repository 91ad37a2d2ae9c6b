using System.Globalization;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>What is asked for: everything of a thing in one request, by <c>append_to_response</c> (at most 20 parts).</summary>
internal static class TmdbRequests
{
    /// <summary>More are not taken together (developer.themoviedb.org/docs/image-languages shows a handful).</summary>
    private const int MostLanguages = 3;

    private const string OfFilms = "credits,external_ids,images,keywords,release_dates,translations,videos";
    private const string OfShows = "aggregate_credits,content_ratings,external_ids,images,keywords,translations,videos";
    private const string OfSeasons = "credits,external_ids,images,translations";

    /// <summary>Where pictures lie and in which sizes; "cache it for a few days", says its documentation.</summary>
    public static ProviderRequest Configuration { get; } = new("configuration") { GoodFor = TimeSpan.FromDays(7) };

    public static ProviderRequest Find(Identifier identifier) =>
        new ProviderRequest($"find/{Uri.EscapeDataString(identifier.Value)}").With(
            "external_source",
            $"{identifier.Type}_id"
        ) with
        {
            GoodFor = ProviderRequest.SearchIsGoodFor,
        };

    public static ProviderRequest Movie(ProviderId id, ProviderSession session) =>
        Details($"movie/{Escaped(id)}", session.Languages[0], OfFilms, session);

    public static ProviderRequest Show(ProviderId id, ProviderSession session) =>
        Details($"tv/{Escaped(id)}", session.Languages[0], OfShows, session);

    /// <summary>The season with its episodes, their guests and crews: it serves them all.</summary>
    public static ProviderRequest Season(ProviderId show, int season, string language, ProviderSession session) =>
        Details(
            $"tv/{Escaped(show)}/season/{season.ToString(CultureInfo.InvariantCulture)}",
            language,
            OfSeasons,
            session
        );

    private static ProviderRequest Details(string path, string language, string parts, ProviderSession session)
    {
        // Without these two, only pictures and films in the one language are told; "null" are those without text.
        var languages = string.Join(',', session.Languages.Take(MostLanguages).Append("en").Distinct());
        return new ProviderRequest(path)
            .With("language", language)
            .With("append_to_response", parts)
            .With("include_image_language", $"{languages},null")
            .With("include_video_language", $"{languages},null");
    }

    private static string Escaped(ProviderId id) => Uri.EscapeDataString(id.Value);
}
