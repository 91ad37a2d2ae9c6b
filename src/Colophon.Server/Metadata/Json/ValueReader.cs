using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>Reads what <see cref="ValueWriter"/> wrote into the store; members nobody knows are skipped.</summary>
internal static class ValueReader
{
    /// <summary>Null for JSON null.</summary>
    public static FieldValue? Read(ref Utf8JsonReader reader, FieldType type)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        return type switch
        {
            FieldType.Text => new TextValue(Text(ref reader)),
            FieldType.Number => new NumberValue(reader.GetDouble()),
            FieldType.Date => DateValue.From(Text(ref reader)),
            FieldType.Flag => new FlagValue(reader.GetBoolean()),
            FieldType.Names => new NamesValue(List(ref reader, Text)),
            FieldType.People => new PeopleValue(List(ref reader, Credit)),
            FieldType.Series => new SeriesValue(List(ref reader, Series)),
            FieldType.Identifiers => new IdentifiersValue(List(ref reader, Identifier)),
            FieldType.Chapters => new ChaptersValue(List(ref reader, Chapter)),
            FieldType.Ratings => new RatingsValue(List(ref reader, Rating)),
            _ => throw new JsonException($"There is no way to read {type}."),
        };
    }

    public static string Text(ref Utf8JsonReader reader) => reader.GetString() ?? "";

    public static T[] List<T>(ref Utf8JsonReader reader, JsonText.Reading<T> element)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartArray);
        T[] list = [];
        var count = 0;
        while (JsonText.NextElement(ref reader))
        {
            if (count == list.Length)
                Array.Resize(ref list, count == 0 ? 1 : count * 2);
            list[count++] = element(ref reader);
        }
        Array.Resize(ref list, count);
        return list;
    }

    private static Credit Credit(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        string name = "",
            role = "";
        string? sortName = null,
            character = null;
        while (JsonText.NextMember(ref reader))
        {
            if (Is(ref reader, Members.Name))
                name = Text(ref reader);
            else if (Is(ref reader, Members.Role))
                role = Text(ref reader);
            else if (Is(ref reader, Members.SortName))
                sortName = reader.GetString();
            else if (Is(ref reader, Members.Character))
                character = reader.GetString();
            else
                Skip(ref reader);
        }
        return new(name, role, sortName, character);
    }

    private static SeriesEntry Series(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var name = "";
        double? number = null,
            numberEnd = null;
        string? unit = null;
        while (JsonText.NextMember(ref reader))
        {
            if (Is(ref reader, Members.Name))
                name = Text(ref reader);
            else if (Is(ref reader, Members.Number))
                number = Number(ref reader);
            else if (Is(ref reader, Members.NumberEnd))
                numberEnd = Number(ref reader);
            else if (Is(ref reader, Members.Unit))
                unit = reader.GetString();
            else
                Skip(ref reader);
        }
        return new(name, number, numberEnd, unit);
    }

    private static Identifier Identifier(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        string type = "",
            value = "";
        while (JsonText.NextMember(ref reader))
        {
            if (Is(ref reader, Members.Type))
                type = Text(ref reader);
            else if (Is(ref reader, Members.Value))
                value = Text(ref reader);
            else
                Skip(ref reader);
        }
        return new(type, value);
    }

    private static Rating Rating(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var source = "";
        double? value = null;
        long? votes = null;
        while (JsonText.NextMember(ref reader))
        {
            if (Is(ref reader, Members.Source))
                source = Text(ref reader);
            else if (Is(ref reader, Members.Value))
                value = Number(ref reader);
            else if (Is(ref reader, Members.Votes))
                votes = Whole(ref reader);
            else
                Skip(ref reader);
        }
        return new(source, value ?? double.NaN, votes);
    }

    private static Chapter Chapter(ref Utf8JsonReader reader)
    {
        JsonText.Expect(ref reader, JsonTokenType.StartObject);
        var title = "";
        string? href = null;
        long? startMs = null,
            page = null;
        Chapter[] children = [];
        while (JsonText.NextMember(ref reader))
        {
            if (Is(ref reader, Members.Title))
                title = Text(ref reader);
            else if (Is(ref reader, Members.StartMs))
                startMs = Whole(ref reader);
            else if (Is(ref reader, Members.Page))
                page = Whole(ref reader);
            else if (Is(ref reader, Members.Href))
                href = reader.GetString();
            else if (Is(ref reader, Members.Children))
                children = List(ref reader, Chapter);
            else
                Skip(ref reader);
        }
        return new(title, startMs, (int?)page, href, children);
    }

    /// <summary>When the member has this name, steps to its value.</summary>
    private static bool Is(ref Utf8JsonReader reader, JsonEncodedText name) =>
        reader.ValueTextEquals(name.EncodedUtf8Bytes) && reader.Read();

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static double? Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble();

    private static long? Whole(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
}
