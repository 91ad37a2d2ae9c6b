namespace Colophon.Server.Providers.Audnexus;

/// <summary>Audible's shops, by the words Audnexus has for them.</summary>
internal static class AudnexusRegions
{
    public const string Default = "us";

    /// <summary>Countries without a shop of their own go to that of their language; where no country is known the language decides.</summary>
    public static string Of(string? country, string language) =>
        country switch
        {
            "US" or "CA" or "AU" or "DE" or "FR" or "ES" or "IT" or "IN" or "JP" => country.ToLowerInvariant(),
            "GB" or "IE" => "uk",
            "NZ" => "au",
            "AT" or "CH" or "LI" => "de",
            _ => language switch
            {
                "de" or "fr" or "es" or "it" => language,
                "ja" => "jp",
                _ => Default,
            },
        };
}
