using System.Text.Json;

namespace Colophon.Server.Metadata.Input;

/// <summary>Reads what somebody sent for one field and gathers what is wrong with it.</summary>
internal sealed class InputReader(Field field)
{
    private const int MaxErrors = 20;
    private readonly List<string> errors = [];

    public Field Field { get; } = field;

    public FieldReading Read(JsonElement json)
    {
        var value = json.ValueKind == JsonValueKind.Null ? ClearedValue.Instance : Value(json);
        if (errors.Count > 0 || value is null)
            return new(Value: null, errors);
        if (!value.IsEmpty)
            return new(value, []);
        return Field.Presence == FieldPresence.Required
            ? FieldReading.Refused($"{Field.Name} cannot be empty.")
            : new(ClearedValue.Instance, []);
    }

    /// <summary>Notes what is wrong. Always null, so that a reader can return it.</summary>
    public T? Refuse<T>(string where, string what)
        where T : class
    {
        if (errors.Count < MaxErrors)
            errors.Add($"{where} {what}");
        return null;
    }

    public string? Text(JsonElement json, string where, int maxLength, TextRule rule)
    {
        if (json.ValueKind != JsonValueKind.String)
            return Refuse<string>(where, "must be text.");
        return InputText.Clean(json, maxLength, rule, out var problem) ?? Refuse<string>(where, problem);
    }

    /// <summary>The elements that could be read; with a wrong one among them the whole list is refused.</summary>
    public List<T>? List<T>(JsonElement json, string where, Func<JsonElement, string, T?> element)
        where T : class
    {
        if (json.ValueKind != JsonValueKind.Array)
            return Refuse<List<T>>(where, "must be a list.");
        if (json.GetArrayLength() > Field.MaxEntries)
            return Refuse<List<T>>(where, $"has more than {Field.MaxEntries} entries.");
        var list = new List<T>(json.GetArrayLength());
        foreach (var one in json.EnumerateArray())
            if (element(one, $"{where}[{list.Count}]") is { } entry)
                list.Add(entry);
            else
                return null;
        return list;
    }

    private FieldValue? Value(JsonElement json) =>
        Field.Type switch
        {
            FieldType.Text => Text(json, Field.Name, Field.MaxLength, Field.Rule) is { } text
                ? new TextValue(text)
                : null,
            FieldType.Date => Date(json),
            FieldType.Number => Number(json),
            FieldType.Flag => Flag(json),
            FieldType.Names => Names(json),
            FieldType.People => Wrap(
                List(json, Field.Name, Object(InputEntries.Credit)),
                list => new PeopleValue(list)
            ),
            FieldType.Series => Wrap(
                List(json, Field.Name, Object(InputEntries.Series)),
                list => new SeriesValue(list)
            ),
            FieldType.Identifiers => Wrap(
                List(json, Field.Name, Object(InputEntries.Identifier)),
                list => new IdentifiersValue(list)
            ),
            FieldType.Ratings => Wrap(
                List(json, Field.Name, Object(InputEntries.Rating)),
                list => new RatingsValue(list)
            ),
            FieldType.Chapters => Wrap(new InputChapters(this).Read(json), list => new ChaptersValue(list)),
            _ => Refuse<FieldValue>(Field.Name, "cannot be changed."),
        };

    private Func<JsonElement, string, T?> Object<T>(Func<InputObject, T?> read)
        where T : class => (json, where) => InputObject.Open(this, json, where) is { } opened ? read(opened) : null;

    private static FieldValue? Wrap<T>(List<T>? list, Func<List<T>, FieldValue> value) =>
        list is null ? null : value(list);

    private FieldValue? Names(JsonElement json)
    {
        var names = List(json, Field.Name, (one, where) => Text(one, where, Field.MaxLength, TextRule.Line));
        return names is null
            ? null
            : new NamesValue([.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    private FieldValue? Date(JsonElement json)
    {
        if (Text(json, Field.Name, Field.MaxLength, TextRule.Line) is not { } text)
            return null;
        if (text.Length == 0)
            return ClearedValue.Instance;
        return (FieldValue?)DateValue.From(text)
            ?? Refuse<FieldValue>(Field.Name, "must be a date: 2009, 2009-05 or 2009-05-01.");
    }

    private FieldValue? Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
            ? new NumberValue(number)
            : Refuse<FieldValue>(Field.Name, "must be a number.");

    private FieldValue? Flag(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new FlagValue(json.GetBoolean())
            : Refuse<FieldValue>(Field.Name, "must be true or false.");
}
