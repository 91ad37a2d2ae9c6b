using Colophon.Formats.Text;

namespace Colophon.Server.Metadata;

/// <summary>Evidence, locks and priorities to shown values: a pure function, whatever the order the evidence came in.</summary>
public static class MetadataMerge
{
    /// <summary>Merges the fields of one level.</summary>
    /// <param name="evidence">All of the item (its own and its files'), or all of one file.</param>
    /// <param name="locks">Of that item or file.</param>
    /// <param name="providerOrder">The library's.</param>
    public static Merged Merge(
        string kind,
        FieldLevel level,
        IReadOnlyList<Evidence> evidence,
        IReadOnlyDictionary<string, FieldLock> locks,
        ProviderOrder providerOrder
    )
    {
        var ordered = EvidenceOrder.Order(evidence, providerOrder);
        var fields = Fields.Of(kind, level);
        var shown = new Shown(fields.Length);
        foreach (var field in fields)
        {
            if (locks.TryGetValue(field.Name, out var pinned))
                shown.Add(field, pinned.Value, pinned.Source);
            else if (Winner(ordered.For(field.Name), field, out var winner) is { } value)
                shown.Add(field, value, winner);
            else if (field.DerivedFrom is { } from)
                shown.Derive(field, from, LanguageOf(ordered.Usual));
        }
        return shown.ToMerged();
    }

    /// <summary>The same, with every offer and the reason why one of them is shown.</summary>
    public static IReadOnlyList<FieldExplanation> Explain(
        string kind,
        FieldLevel level,
        IReadOnlyList<Evidence> evidence,
        IReadOnlyDictionary<string, FieldLock> locks,
        ProviderOrder providerOrder
    ) => new MergeExplainer(kind, level, evidence, locks, providerOrder).Explain();

    /// <summary>The one way a field is made from another: a title to sort by from the title.</summary>
    internal static FieldValue Derived(FieldValue from, string? language) =>
        from is TextValue title ? new TextValue(TextKeys.TitleSort(title.Text, language)) : from;

    /// <summary>Which words are articles depends on the language, and only files know it.</summary>
    internal static string? LanguageOf(Evidence[] ordered)
    {
        foreach (var evidence in ordered)
            if (evidence.Document.Map.TryGetValue(Fields.Language, out var said) && said is TextValue language)
                return language.Text;
        return null;
    }

    private static FieldValue? Winner(Evidence[] ordered, Field field, out string? source)
    {
        foreach (var evidence in ordered)
        {
            if (Offers.Of(evidence, field) is not { } value)
                continue;
            source = evidence.Source;
            return value;
        }
        source = null;
        return null;
    }

    private ref struct Shown(int capacity)
    {
        private readonly KeyValuePair<string, FieldValue>[] values = new KeyValuePair<string, FieldValue>[capacity];
        private readonly KeyValuePair<string, string>[] sources = new KeyValuePair<string, string>[capacity];
        private int valueCount;
        private int sourceCount;

        public void Add(Field field, FieldValue? value, string? source)
        {
            if (source is not null)
                sources[sourceCount++] = new(field.Name, source);
            if (value is { IsEmpty: false })
                values[valueCount++] = new(field.Name, value);
        }

        public void Derive(Field field, string from, string? language)
        {
            var value = Find(values.AsSpan(0, valueCount), from);
            if (value is not null)
                Add(field, Derived(value, language), Find(sources.AsSpan(0, sourceCount), from));
        }

        public readonly Merged ToMerged() =>
            new(
                FieldMap<FieldValue>.FromOrdered(values.AsSpan(0, valueCount)),
                FieldMap<string>.FromOrdered(sources.AsSpan(0, sourceCount))
            );

        private static T? Find<T>(ReadOnlySpan<KeyValuePair<string, T>> entries, string name)
            where T : class
        {
            foreach (var entry in entries)
                if (entry.Key == name)
                    return entry.Value;
            return null;
        }
    }
}
