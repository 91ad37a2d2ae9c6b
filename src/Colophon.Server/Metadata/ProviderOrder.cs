using System.Collections.Frozen;

namespace Colophon.Server.Metadata;

/// <summary>How a library ranks its providers. Evidence is kept whatever it says, so another order needs no request.</summary>
public sealed record ProviderOrder
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> NoFields = FrozenDictionary<
        string,
        IReadOnlyList<string>
    >.Empty;

    public static ProviderOrder None { get; } = new();

    /// <summary>Names of providers, strongest first; one that is not named comes after those that are, by name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Fields for which other providers come first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField { get; init; } = NoFields;

    /// <summary>Providers come last: they only fill what files, folders and people leave empty.</summary>
    public bool FillEmptyOnly { get; init; }

    /// <summary>The names for a field: those it names, then the rest.</summary>
    public IReadOnlyList<string> For(string field) =>
        ByField.TryGetValue(field, out var first) ? [.. first.Concat(Names).Distinct(StringComparer.Ordinal)] : Names;
}
