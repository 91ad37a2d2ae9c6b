using System.Collections.Frozen;
using System.Globalization;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>TheTVDB names languages and countries by three letters, as ISO 639-2 (T) and ISO 3166-1 do, languages with a few of its own.</summary>
internal static class TvdbCodes
{
    private static readonly Lazy<FrozenDictionary<string, string>> Languages = new(() =>
        CultureInfo
            .GetCultures(CultureTypes.NeutralCultures)
            .Where(culture => culture is { TwoLetterISOLanguageName.Length: 2, ThreeLetterISOLanguageName.Length: 3 })
            .DistinctBy(culture => culture.TwoLetterISOLanguageName)
            .ToFrozenDictionary(
                culture => culture.TwoLetterISOLanguageName,
                culture => culture.ThreeLetterISOLanguageName
            )
    );

    private static readonly Lazy<FrozenDictionary<string, string>> TwoLetters = new(() =>
        Languages.Value.DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.Key)
    );

    private static readonly Lazy<FrozenDictionary<string, RegionInfo>> Regions = new(() =>
        CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region is { TwoLetterISORegionName.Length: 2, ThreeLetterISORegionName.Length: 3 })
            .DistinctBy(region => region.ThreeLetterISORegionName)
            .ToFrozenDictionary(region => region.ThreeLetterISORegionName, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>The session's languages, each by all its codes.</summary>
    public static IReadOnlyList<string> Wanted(ProviderSession session) =>
        [.. session.Languages.SelectMany(language => CodesOf(language, session.Country)).Distinct()];

    /// <summary>Two letters; null for none that has them.</summary>
    public static string? LanguageOf(string? code) =>
        code switch
        {
            null => null,
            "pt" => "pt",
            "zhtw" => "zh",
            "nor" => "no",
            _ => TwoLetters.Value.GetValueOrDefault(code),
        };

    /// <summary>Three small letters, of a country's two capital ones.</summary>
    public static string? CountryCode(string country) =>
        Regions.Value.Values.FirstOrDefault(region => region.TwoLetterISORegionName == country) is { } known
            ? known.ThreeLetterISORegionName.ToLowerInvariant()
            : null;

    /// <summary>A country's English name; its code where that is no country's.</summary>
    public static string CountryName(string code) => Regions.Value.GetValueOrDefault(code)?.EnglishName ?? code;

    /// <summary>"por" is Portugal's and "pt" Brazil's, "zho" China's and "zhtw" Taiwan's (its list of languages).</summary>
    private static string[] CodesOf(string language, string? country) =>
        (language, country) switch
        {
            ("pt", "BR") => ["pt", "por"],
            ("pt", _) => ["por", "pt"],
            ("zh", "TW" or "HK") => ["zhtw", "zho"],
            ("zh", _) => ["zho", "zhtw"],
            ("no" or "nb" or "nn", _) => ["nor"],
            _ => Languages.Value.TryGetValue(language, out var code) ? [code] : [],
        };
}
