using System.Collections.Concurrent;

namespace Colophon.Server.Catalog.Lists;

/// <summary>How many entries lists have, kept while their libraries do not change.</summary>
public sealed class ListTotals
{
    /// <summary>Lists it remembers; beyond that it begins anew.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<string, Known> totals = new(StringComparer.Ordinal);

    /// <summary>Null when it is not known, or no more.</summary>
    public long? Find(string list, ListedLibraries libraries) =>
        totals.TryGetValue(list, out var known) && known.State == libraries.State ? known.Total : null;

    public void Keep(string list, ListedLibraries libraries, long total)
    {
        if (totals.Count >= Most)
            totals.Clear();
        totals[list] = new Known(libraries.State, total);
    }

    private sealed record Known(string State, long Total);
}
