namespace Colophon.Server.Metadata;

/// <summary>One explanation of a merge, field by field.</summary>
internal sealed class MergeExplainer(
    string kind,
    FieldLevel level,
    IReadOnlyList<Evidence> evidence,
    IReadOnlyDictionary<string, FieldLock> locks,
    ProviderOrder providerOrder
)
{
    private readonly OrderedEvidence ordered = EvidenceOrder.Order(evidence, providerOrder);
    private readonly List<FieldExplanation> explained = [];

    public IReadOnlyList<FieldExplanation> Explain()
    {
        foreach (var field in Fields.Of(kind, level))
            explained.Add(Explain(field));
        return explained;
    }

    private FieldExplanation Explain(Field field)
    {
        var offering = Array.FindAll(ordered.For(field.Name), one => Offers.Of(one, field) is not null);
        if (locks.TryGetValue(field.Name, out var pinned))
            return Locked(field, pinned, offering);
        if (offering.Length == 0)
            return Derived(field);
        var value = Shown(offering[0], field);
        return new(
            field.Name,
            value,
            offering[0].Source,
            offering[0].Origin,
            Locked: false,
            Cleared: value is null,
            Reason(offering, value),
            [.. offering.Select((one, place) => Offer(one, field, wins: place == 0))]
        );
    }

    private static FieldExplanation Locked(Field field, FieldLock pinned, Evidence[] offering)
    {
        var origin = Array.Find(
            offering,
            one => one.Source == pinned.Source && Equals(Shown(one, field), pinned.Value)
        );
        return new(
            field.Name,
            pinned.Value,
            pinned.Source,
            origin?.Origin,
            Locked: true,
            Cleared: pinned.Value is null && pinned.Source == Sources.Manual,
            MergeReasons.Locked,
            [.. offering.Select(one => Offer(one, field, wins: false))]
        );
    }

    private FieldExplanation Derived(Field field)
    {
        var basis = explained.Find(one => one.Field == field.DerivedFrom);
        return basis?.Value is { } value
            ? basis with
            {
                Field = field.Name,
                Value = MetadataMerge.Derived(value, MetadataMerge.LanguageOf(ordered.Usual)),
                Locked = false,
                Offers = [],
            }
            : new(field.Name, Value: null, Source: null, Origin: null, Locked: false, Cleared: false, Reason: null, []);
    }

    private static string Reason(Evidence[] offering, FieldValue? value)
    {
        if (value is null)
            return MergeReasons.Cleared;
        if (offering[0].Source == Sources.Manual)
            return MergeReasons.Manual;
        return offering.Length == 1 ? MergeReasons.OnlyOffer : EvidenceOrder.Reason(offering[0], offering[1]);
    }

    private static FieldOffer Offer(Evidence one, Field field, bool wins) =>
        new(one.Source, one.Origin, Shown(one, field), one.ObservedAt, Offers.IsStale(one, field), wins);

    private static FieldValue? Shown(Evidence one, Field field) =>
        Offers.Of(one, field) is { IsEmpty: false } value ? value : null;
}
