using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata;

/// <summary>
/// A person's word that nothing automatic may change a field. It holds the value shown when it was set, so that the merge needs to
/// know nothing but evidence and locks.
/// </summary>
/// <param name="Value">Null: nothing was shown.</param>
/// <param name="Source">Of that value.</param>
public sealed record FieldLock(FieldValue? Value, string? Source);

/// <summary>The locks of an item or file by field; asset types are fields too, their locks hold no value.</summary>
public static class FieldLocks
{
    public static IReadOnlyDictionary<string, FieldLock> None => FieldMap<FieldLock>.Empty;

    public static IReadOnlyDictionary<string, FieldLock> Parse(string json) => LocksJson.Parse(json);

    public static string ToJson(IReadOnlyDictionary<string, FieldLock> locks) =>
        LocksJson.Write(FieldMap<FieldLock>.From(locks));

    /// <summary>Locks a field at what is shown now.</summary>
    public static IReadOnlyDictionary<string, FieldLock> Lock(
        IReadOnlyDictionary<string, FieldLock> locks,
        string field,
        Merged shown
    ) =>
        FieldMap<FieldLock>
            .From(locks)
            .With(field, new(shown.Values.GetValueOrDefault(field), shown.Sources.GetValueOrDefault(field)));

    public static IReadOnlyDictionary<string, FieldLock> Unlock(
        IReadOnlyDictionary<string, FieldLock> locks,
        string field
    ) => FieldMap<FieldLock>.From(locks).Without(field);

    /// <summary>A locked field can be edited by hand: the lock then holds the edit. A field without a lock gets none.</summary>
    public static IReadOnlyDictionary<string, FieldLock> Edited(
        IReadOnlyDictionary<string, FieldLock> locks,
        string field,
        FieldValue value
    ) =>
        locks.ContainsKey(field)
            ? FieldMap<FieldLock>.From(locks).With(field, new(value.IsEmpty ? null : value, Sources.Manual))
            : locks;
}
