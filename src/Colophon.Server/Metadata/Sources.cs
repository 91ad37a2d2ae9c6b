namespace Colophon.Server.Metadata;

/// <summary>Where a value comes from, strongest first; a provider's name (<c>openlibrary</c>) is a source too. Persisted.</summary>
public static class Sources
{
    public const string Manual = "manual";
    public const string Sidecar = "sidecar";
    public const string Embedded = "embedded";
    public const string Path = "path";

    /// <summary>Every name that is none of the four is a provider, so that an unknown one never outranks a person.</summary>
    public static bool IsProvider(string source) => source is not (Manual or Sidecar or Embedded or Path);
}
