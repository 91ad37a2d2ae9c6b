namespace Colophon.Server.Enrichment;

/// <summary>Codes of errors of enrichment. Persisted, listed in ERRORS.md.</summary>
internal static class EnrichmentErrorCodes
{
    public const string KeyRefused = "provider_key_refused";
    public const string ProviderDown = "provider_down";
    public const string ProviderRefused = "provider_refused";
}
