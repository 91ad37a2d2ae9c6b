using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Editing;

/// <summary>A bulk edit, checked against the field table of one kind.</summary>
internal sealed record ListEdits(
    IReadOnlyDictionary<string, FieldValue> Set,
    IReadOnlyDictionary<string, FieldValue> Add,
    IReadOnlyDictionary<string, FieldValue> Remove,
    IReadOnlyList<string> Lock
)
{
    public static ListEdits Of(string kind, BulkEditRequest request)
    {
        var errors = new FieldErrors();
        var edits = new ListEdits(
            Read(kind, "set", request.Set, errors),
            Lists(Read(kind, "add", request.Add, errors), "add", errors),
            Lists(Read(kind, "remove", request.Remove, errors), "remove", errors),
            request.Lock ?? []
        );
        foreach (var field in edits.Lock.Where(field => Fields.Find(kind, FieldLevel.Item, field) is null))
            errors.Add("lock", $"There is no field {field}.");
        if (edits is { Set.Count: 0, Add.Count: 0, Remove.Count: 0, Lock.Count: 0 })
            errors.Add("set", "Nothing is to be changed: give set, add, remove or lock.");
        errors.ThrowIfAny();
        return edits;
    }

    public void Apply(ItemEdit edit)
    {
        var values = new Dictionary<string, FieldValue>(Set, StringComparer.Ordinal);
        foreach (var (field, added) in Add)
            values[field] = ListEntries.With(Current(edit, values, field), added);
        foreach (var (field, removed) in Remove)
            values[field] = ListEntries.Without(Current(edit, values, field), removed);
        edit.Say(values);
        foreach (var field in Lock)
            edit.Lock(field);
    }

    private static FieldValue? Current(ItemEdit edit, Dictionary<string, FieldValue> values, string field) =>
        values.GetValueOrDefault(field) ?? edit.Before.Values.GetValueOrDefault(field);

    private static IReadOnlyDictionary<string, FieldValue> Read(
        string kind,
        string member,
        JsonElement? json,
        FieldErrors errors
    )
    {
        if (json is not { ValueKind: not JsonValueKind.Null } body)
            return new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var reading = FieldJson.ReadEdit(kind, FieldLevel.Item, body);
        foreach (var (field, texts) in reading.Errors)
        foreach (var text in texts)
            errors.Add($"{member}.{field}", text);
        return reading.Values;
    }

    private static IReadOnlyDictionary<string, FieldValue> Lists(
        IReadOnlyDictionary<string, FieldValue> values,
        string member,
        FieldErrors errors
    )
    {
        foreach (var (field, value) in values)
            if (!ListEntries.IsList(value))
                errors.Add($"{member}.{field}", $"{field} is no list with entries.");
        return values;
    }
}
