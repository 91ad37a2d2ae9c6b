using System.Text.Json;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata;

/// <summary>
/// Values in the API: text, date and number as such, names as texts, everything else as objects with all members. What is written
/// can be read back.
/// </summary>
public static class FieldJson
{
    /// <summary>Null and <see cref="ClearedValue"/> are JSON null.</summary>
    public static void Write(Utf8JsonWriter json, FieldValue? value) =>
        new ValueWriter(json, NullMembers.Written).Write(value);

    public static JsonElement ToElement(FieldValue? value) => JsonText.ToElement(value, Write);

    /// <summary>Checks what somebody sent for a field. Null, an empty text or an empty list clears it.</summary>
    public static FieldReading Read(Field field, JsonElement json) => new InputReader(field).Read(json);

    /// <summary>Checks a whole edit: <c>{"title": "...", "genres": [...]}</c>; absent fields are untouched.</summary>
    public static EditReading ReadEdit(string kind, FieldLevel level, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return EditReading.Refused("body", "The body must be a JSON object.");
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var name = InputText.NameOf(member);
            var reading = ReadMember(kind, level, name, member.Value);
            if (reading.Value is { } value)
                values[name] = value;
            else
                errors[name] = [.. reading.Errors];
        }
        return new(FieldMap<FieldValue>.From(values), errors);
    }

    private static FieldReading ReadMember(string kind, FieldLevel level, string name, JsonElement json)
    {
        if (Fields.Find(kind, level, name) is not { } field)
            return FieldReading.Refused($"There is no field {name}.");
        return field.Edit == FieldEdit.ReadOnly
            ? FieldReading.Refused($"{name} cannot be changed.")
            : Read(field, json);
    }
}

/// <summary>What somebody sent for a field: a value (or <see cref="ClearedValue"/>), or what is wrong with it.</summary>
/// <param name="Errors">Whole sentences that name the field.</param>
public sealed record FieldReading(FieldValue? Value, IReadOnlyList<string> Errors)
{
    public static FieldReading Refused(string error) => new(Value: null, [error]);
}

/// <summary>An edit of many fields. When there are errors nothing of it is to be stored.</summary>
/// <param name="Errors">By field, as problem details take them.</param>
public sealed record EditReading(
    IReadOnlyDictionary<string, FieldValue> Values,
    IReadOnlyDictionary<string, string[]> Errors
)
{
    public static EditReading Refused(string field, string error) =>
        new(FieldMap<FieldValue>.Empty, new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] });
}
