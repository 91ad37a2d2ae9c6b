namespace Colophon.Server.Metadata;

/// <summary>"Refresh all metadata": what the files say now goes before what a person or a provider said, except where a lock holds.</summary>
public static class RefreshAll
{
    /// <summary>
    /// The stored evidence without what a refresh overwrites: for each unlocked field of this level for which the fresh local documents
    /// give a value, what a person and the providers said about it. Documents that lose nothing are the same objects; one that loses all
    /// stays, empty. Afterwards the fresh documents are observed and the merge runs as ever.
    /// </summary>
    /// <param name="stored">Of the item, or of one file; and so <paramref name="fresh"/> and <paramref name="locks"/>.</param>
    public static IReadOnlyList<Evidence> Drop(
        string kind,
        FieldLevel level,
        IReadOnlyList<Evidence> stored,
        IReadOnlyList<Evidence> fresh,
        IReadOnlyDictionary<string, FieldLock> locks
    )
    {
        var given = Given(kind, level, fresh, locks);
        var kept = new Evidence[stored.Count];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = IsStronger(stored[i].Source) ? Without(stored[i], given) : stored[i];
        return kept;
    }

    private static bool IsStronger(string source) => source == Sources.Manual || Sources.IsProvider(source);

    private static List<string> Given(
        string kind,
        FieldLevel level,
        IReadOnlyList<Evidence> fresh,
        IReadOnlyDictionary<string, FieldLock> locks
    )
    {
        var given = new List<string>();
        foreach (var field in Fields.Of(kind, level))
        {
            if (locks.ContainsKey(field.Name))
                continue;
            // A title that the files give is one to sort by, too.
            if (fresh.Any(one => Gives(one, field)) || (field.DerivedFrom is { } from && given.Contains(from)))
                given.Add(field.Name);
        }
        return given;
    }

    private static bool Gives(Evidence one, Field field) =>
        !IsStronger(one.Source) && Offers.Of(one, field) is not null && !Offers.IsStale(one, field);

    private static Evidence Without(Evidence evidence, List<string> fields)
    {
        var document = fields.Aggregate(evidence.Document, static (rest, field) => rest.Without(field));
        return ReferenceEquals(document, evidence.Document) ? evidence : evidence with { Document = document };
    }
}
