using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>What becomes of members without value.</summary>
internal enum NullMembers
{
    /// <summary>Written: the API never leaves a field out.</summary>
    Written,

    /// <summary>Left out: the store holds millions of chapters.</summary>
    LeftOut,
}

/// <summary>Writes a value in the one shape that API and store share.</summary>
internal readonly struct ValueWriter(Utf8JsonWriter json, NullMembers nulls)
{
    private readonly Utf8JsonWriter json = json;

    public void Write(FieldValue? value)
    {
        switch (value)
        {
            case TextValue text:
                json.WriteStringValue(text.Text);
                break;
            case DateValue date:
                json.WriteStringValue(date.Date);
                break;
            case NumberValue number:
                json.WriteNumberValue(number.Number);
                break;
            case FlagValue flag:
                json.WriteBooleanValue(flag.Flag);
                break;
            case NamesValue names:
                WriteList(names, static (self, name) => self.json.WriteStringValue(name));
                break;
            case PeopleValue people:
                WriteList(people, static (self, credit) => self.WriteCredit(credit));
                break;
            case SeriesValue series:
                WriteList(series, static (self, entry) => self.WriteSeries(entry));
                break;
            case IdentifiersValue identifiers:
                WriteList(identifiers, static (self, identifier) => self.WriteIdentifier(identifier));
                break;
            case ChaptersValue chapters:
                WriteChapters(chapters.Entries);
                break;
            case RatingsValue ratings:
                WriteList(ratings, static (self, rating) => self.WriteRating(rating));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private void WriteList<T>(ListValue<T> list, Action<ValueWriter, T> write)
        where T : notnull
    {
        json.WriteStartArray();
        for (var i = 0; i < list.Entries.Count; i++)
            write(this, list.Entries[i]);
        json.WriteEndArray();
    }

    private void WriteCredit(Credit credit)
    {
        json.WriteStartObject();
        json.WriteString(Members.Name, credit.Name);
        json.WriteString(Members.Role, credit.Role);
        Text(Members.SortName, credit.SortName);
        Text(Members.Character, credit.Character);
        json.WriteEndObject();
    }

    private void WriteSeries(SeriesEntry entry)
    {
        json.WriteStartObject();
        json.WriteString(Members.Name, entry.Name);
        Number(Members.Number, entry.Number);
        Number(Members.NumberEnd, entry.NumberEnd);
        Text(Members.Unit, entry.Unit);
        json.WriteEndObject();
    }

    private void WriteIdentifier(Identifier identifier)
    {
        json.WriteStartObject();
        json.WriteString(Members.Type, identifier.Type);
        json.WriteString(Members.Value, identifier.Value);
        json.WriteEndObject();
    }

    private void WriteRating(Rating rating)
    {
        json.WriteStartObject();
        json.WriteString(Members.Source, rating.Source);
        json.WriteNumber(Members.Value, rating.Value);
        Whole(Members.Votes, rating.Votes);
        json.WriteEndObject();
    }

    private void WriteChapters(IReadOnlyList<Chapter> chapters)
    {
        json.WriteStartArray();
        for (var i = 0; i < chapters.Count; i++)
            WriteChapter(chapters[i]);
        json.WriteEndArray();
    }

    private void WriteChapter(Chapter chapter)
    {
        json.WriteStartObject();
        json.WriteString(Members.Title, chapter.Title);
        Whole(Members.StartMs, chapter.StartMs);
        Whole(Members.Page, chapter.Page);
        Text(Members.Href, chapter.Href);
        if (chapter.Children.Count > 0 || nulls == NullMembers.Written)
        {
            json.WritePropertyName(Members.Children);
            WriteChapters(chapter.Children);
        }
        json.WriteEndObject();
    }

    private void Text(JsonEncodedText name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
        else if (nulls == NullMembers.Written)
            json.WriteNull(name);
    }

    private void Number(JsonEncodedText name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else if (nulls == NullMembers.Written)
            json.WriteNull(name);
    }

    private void Whole(JsonEncodedText name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else if (nulls == NullMembers.Written)
            json.WriteNull(name);
    }
}

/// <summary>Names of members inside values.</summary>
internal static class Members
{
    public static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    public static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    public static readonly JsonEncodedText SortName = JsonEncodedText.Encode("sort_name");
    public static readonly JsonEncodedText Character = JsonEncodedText.Encode("character");
    public static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    public static readonly JsonEncodedText NumberEnd = JsonEncodedText.Encode("number_end");
    public static readonly JsonEncodedText Unit = JsonEncodedText.Encode("unit");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    public static readonly JsonEncodedText Votes = JsonEncodedText.Encode("votes");
    public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    public static readonly JsonEncodedText StartMs = JsonEncodedText.Encode("start_ms");
    public static readonly JsonEncodedText Page = JsonEncodedText.Encode("page");
    public static readonly JsonEncodedText Href = JsonEncodedText.Encode("href");
    public static readonly JsonEncodedText Children = JsonEncodedText.Encode("children");
    public static readonly JsonEncodedText Fields = JsonEncodedText.Encode("fields");
    public static readonly JsonEncodedText Stale = JsonEncodedText.Encode("stale");
}
