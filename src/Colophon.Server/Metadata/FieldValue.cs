using System.Globalization;
using System.Text.Json.Serialization;
using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata;

/// <summary>A value of a field. Values are immutable and compare by what they hold, lists included.</summary>
[JsonConverter(typeof(FieldValueConverter))]
public abstract record FieldValue
{
    /// <summary>Null: fits every field.</summary>
    public abstract FieldType? Type { get; }

    /// <summary>An empty value is as good as none: it never wins.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>As in the API.</summary>
    public sealed override string ToString() => JsonText.Write(this, FieldJson.Write);
}

public sealed record TextValue(string Text) : FieldValue
{
    public override FieldType? Type => FieldType.Text;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}

public sealed record NumberValue(double Number) : FieldValue
{
    public override FieldType? Type => FieldType.Number;
    public override bool IsEmpty => !double.IsFinite(Number);
}

public sealed record FlagValue(bool Flag) : FieldValue
{
    public override FieldType? Type => FieldType.Flag;
    public override bool IsEmpty => false;
}

/// <summary>A date with the precision it was given in: <c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</summary>
public sealed record DateValue : FieldValue
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    public DateValue(string date)
    {
        if (!IsDate(date))
            throw new ArgumentException($"\"{date}\" is no date.", nameof(date));
        Date = date;
    }

    private DateValue(string date, Checked _) => Date = date;

    private enum Checked
    {
        Already,
    }

    public string Date { get; }
    public int Year => int.Parse(Date.AsSpan(0, 4), CultureInfo.InvariantCulture);
    public override FieldType? Type => FieldType.Date;
    public override bool IsEmpty => false;

    /// <summary>Null when the text is no date of one of the three forms.</summary>
    public static DateValue? From(string? date) =>
        date is not null && IsDate(date) ? new DateValue(date, Checked.Already) : null;

    private static bool IsDate(string date) =>
        date.Length is 4 or 7 or 10
        && DateOnly.TryParseExact(date, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>Cleared on purpose by a person; wins like a value and shows as none. Only in manual evidence.</summary>
public sealed record ClearedValue : FieldValue
{
    private ClearedValue() { }

    public static ClearedValue Instance { get; } = new();
    public override FieldType? Type => null;
    public override bool IsEmpty => true;
}
