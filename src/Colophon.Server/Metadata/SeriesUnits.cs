namespace Colophon.Server.Metadata;

/// <summary>What a place in a series counts. Persisted.</summary>
public static class SeriesUnits
{
    public const string Volume = "volume";
    public const string Chapter = "chapter";
}
