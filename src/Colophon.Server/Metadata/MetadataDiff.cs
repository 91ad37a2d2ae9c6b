namespace Colophon.Server.Metadata;

/// <summary>A field that shows something else than before.</summary>
/// <param name="Before">Null: nothing was shown.</param>
/// <param name="After">Null: nothing is shown.</param>
public sealed record FieldChange(FieldValue? Before, FieldValue? After, string? SourceBefore, string? SourceAfter);

/// <summary>What a person would see change; for the history and for a dry run.</summary>
public static class MetadataDiff
{
    /// <summary>By field, in the order of the field table. The same value from another source is no change to see.</summary>
    public static IReadOnlyDictionary<string, FieldChange> Changes(Merged before, Merged after)
    {
        if (ReferenceEquals(before.Values, after.Values))
            return FieldMap<FieldChange>.Empty;
        var changes = new List<KeyValuePair<string, FieldChange>>();
        foreach (var (field, was) in before.Values)
            if (!was.Equals(after.Values.GetValueOrDefault(field)))
                changes.Add(new(field, Change(field)));
        foreach (var field in after.Values.Keys)
            if (!before.Values.ContainsKey(field))
                changes.Add(new(field, Change(field)));
        return FieldMap<FieldChange>.From(changes);

        FieldChange Change(string field) =>
            new(
                before.Values.GetValueOrDefault(field),
                after.Values.GetValueOrDefault(field),
                before.Sources.GetValueOrDefault(field),
                after.Sources.GetValueOrDefault(field)
            );
    }
}
