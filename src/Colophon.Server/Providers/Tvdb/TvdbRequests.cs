using System.Globalization;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>What is asked for: each answer with its translations, in all languages.</summary>
internal static class TvdbRequests
{
    public static ProviderRequest Movie(ProviderId id) => Extended("movies", id.Value);

    public static ProviderRequest Show(ProviderId id) => Extended("series", id.Value);

    /// <summary>That a season's translations can be had this way is not in the documentation (thetvdb/v4-api issue 85).</summary>
    public static ProviderRequest Season(string id) => Extended("seasons", id);

    /// <summary>Up to 500 episodes of a show, in the order they were aired.</summary>
    /// <param name="language">Null: as they were named first.</param>
    public static ProviderRequest Episodes(ProviderId show, string? language, int page) =>
        new ProviderRequest(
            $"series/{Uri.EscapeDataString(show.Value)}/episodes/official{(language is null ? "" : $"/{language}")}"
        ).With("page", page.ToString(CultureInfo.InvariantCulture));

    private static ProviderRequest Extended(string kind, string id) =>
        new ProviderRequest($"{kind}/{Uri.EscapeDataString(id)}/extended").With("meta", "translations");
}
