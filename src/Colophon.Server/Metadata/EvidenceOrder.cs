namespace Colophon.Server.Metadata;

/// <summary>The strongest document first: by source, then rank, then origin. Never by time, so that arrival plays no part.</summary>
internal sealed class EvidenceOrder(IReadOnlyList<string> providers, bool providersLast) : IComparer<Evidence>
{
    private const int Embedded = 1_000_000;
    private const int Path = Embedded + 1;

    /// <summary>The evidence as each field goes through it.</summary>
    public static OrderedEvidence Order(IReadOnlyList<Evidence> evidence, ProviderOrder order)
    {
        var usual = new EvidenceOrder(order.Names, order.FillEmptyOnly).StrongestFirst(evidence);
        return new OrderedEvidence(
            usual,
            order.ByField.Count == 0
                ? null
                : field =>
                    order.ByField.ContainsKey(field)
                        ? new EvidenceOrder(order.For(field), order.FillEmptyOnly).StrongestFirst(evidence)
                        : usual
        );
    }

    public Evidence[] StrongestFirst(IReadOnlyList<Evidence> evidence)
    {
        var ordered = new Evidence[evidence.Count];
        for (var i = 0; i < ordered.Length; i++)
            ordered[i] = evidence[i];
        if (ordered.Length > 1)
            Array.Sort(ordered, this);
        return ordered;
    }

    public int Compare(Evidence? x, Evidence? y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        var (one, other) = (x!, y!);
        var order = CompareSources(one.Source, other.Source);
        if (order == 0)
            order = one.Rank.CompareTo(other.Rank);
        if (order == 0)
            order = ByteOrder.Compare(one.Origin, other.Origin);
        return order != 0 ? order : Nullable.Compare(one.FileId, other.FileId);
    }

    /// <summary>Why the first of two won.</summary>
    public static string Reason(Evidence winner, Evidence next)
    {
        if (winner.Source != next.Source)
            return MergeReasons.Priority;
        if (winner.Rank.Turn != next.Rank.Turn)
            return MergeReasons.FileOrder;
        if (winner.Rank.Format != next.Rank.Format)
            return MergeReasons.FormatOrder;
        return winner.Rank.Role != next.Rank.Role ? MergeReasons.RoleOrder : MergeReasons.PathOrder;
    }

    private int CompareSources(string one, string other)
    {
        if (one == other)
            return 0;
        var order = Priority(one).CompareTo(Priority(other));
        return order != 0 ? order : ByteOrder.Compare(one, other);
    }

    private int Priority(string source) =>
        source switch
        {
            Sources.Manual => 0,
            Sources.Sidecar => 1,
            Sources.Embedded => Embedded,
            Sources.Path => Path,
            _ => (providersLast ? Path + 1 : 2) + ProviderPlace(source),
        };

    /// <summary>A provider the library does not name comes after those it does.</summary>
    private int ProviderPlace(string source)
    {
        for (var i = 0; i < providers.Count; i++)
            if (providers[i] == source)
                return i;
        return providers.Count;
    }
}

/// <summary>Evidence, the strongest first; for some fields in an order of their own.</summary>
internal readonly struct OrderedEvidence(Evidence[] usual, Func<string, Evidence[]>? byField)
{
    public Evidence[] Usual => usual;

    public Evidence[] For(string field) => byField is null ? usual : byField(field);
}
