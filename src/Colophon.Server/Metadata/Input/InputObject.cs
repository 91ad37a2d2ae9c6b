using System.Text.Json;

namespace Colophon.Server.Metadata.Input;

/// <summary>An object somebody sent inside a list: each member is asked for once, what is left over is refused.</summary>
internal sealed class InputObject
{
    private readonly InputReader reader;
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly string where;
    private bool refused;

    private InputObject(InputReader reader, JsonElement json, string where)
    {
        (this.reader, this.where) = (reader, where);
        foreach (var member in json.EnumerateObject())
            members[InputText.NameOf(member)] = member.Value;
    }

    public Field Field => reader.Field;

    public static InputObject? Open(InputReader reader, JsonElement json, string where) =>
        json.ValueKind == JsonValueKind.Object
            ? new(reader, json, where)
            : reader.Refuse<InputObject>(where, "must be an object.");

    /// <summary>A text that must be there and say something.</summary>
    public string Needed(string name, int maxLength)
    {
        var text = Optional(name, maxLength);
        if (text is null && !refused)
            Refuse(name, "cannot be empty.");
        return text ?? "";
    }

    public string? Optional(string name, int maxLength)
    {
        if (Take(name) is not { } json)
            return null;
        var text = reader.Text(json, $"{where}.{name}", maxLength, TextRule.Line);
        refused |= text is null;
        return text is { Length: > 0 } ? text : null;
    }

    public double? Number(string name, double min, double max)
    {
        if (Take(name) is not { } json)
            return null;
        if (
            json.ValueKind == JsonValueKind.Number
            && json.TryGetDouble(out var number)
            && number >= min
            && number <= max
        )
            return number;
        Refuse(name, $"must be a number from {min} to {max}.");
        return null;
    }

    public long? Whole(string name, long max)
    {
        if (Take(name) is not { } json)
            return null;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) && number >= 0 && number <= max)
            return number;
        Refuse(name, $"must be a whole number from 0 to {max}.");
        return null;
    }

    /// <summary>A member whatever it holds; null when it is not there or JSON null.</summary>
    public JsonElement? Take(string name) =>
        members.Remove(name, out var json) && json.ValueKind != JsonValueKind.Null ? json : null;

    /// <summary>What an answer has and an edit does not need, so that what was got can be sent back.</summary>
    public void Ignore(string name) => members.Remove(name);

    public void Refuse(string name, string what)
    {
        refused = true;
        reader.Refuse<object>($"{where}.{name}", what);
    }

    /// <summary>Null when anything was wrong or is left over.</summary>
    public T? Close<T>(T entry)
        where T : class
    {
        foreach (var name in members.Keys)
            Refuse(name, "is not known here.");
        return refused ? null : entry;
    }
}
