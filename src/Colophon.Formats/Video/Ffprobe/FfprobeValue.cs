using System.Globalization;
using System.Text.Json;

namespace Colophon.Formats.Video.Ffprobe;

/// <summary>A value of a report, whatever it is: what is not there or of another kind is nothing, never an error.</summary>
internal readonly struct FfprobeValue(JsonElement? json)
{
    public FfprobeValue this[string name] =>
        json is { ValueKind: JsonValueKind.Object } found ? Decoded(found, value => Member(value, name)) : default;

    public IEnumerable<FfprobeValue> Items =>
        json is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(item => new FfprobeValue(item))
            : [];

    /// <summary>The members of an object that are texts.</summary>
    public IEnumerable<(string Name, string Value)> Texts =>
        json is { ValueKind: JsonValueKind.Object } found
            ? found
                .EnumerateObject()
                .Select(member => (Decoded(member, static m => m.Name), new FfprobeValue(member.Value).Text))
                .Where(member => member.Item1 is not null && member.Text is not null)
                .Select(member => (member.Item1!, member.Text!))
            : [];

    public string? Text =>
        json switch
        {
            { ValueKind: JsonValueKind.String } found => Decoded(found, static f => f.GetString()),
            { ValueKind: JsonValueKind.Number } found => found.GetRawText(),
            _ => null,
        };

    /// <summary>ffprobe writes some numbers as texts.</summary>
    public double? Number =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
            ? number
            : null;

    public int? Int => Number is >= 0 and <= int.MaxValue and var number ? (int)number : null;

    public bool IsSet => Number is > 0;

    private static FfprobeValue Member(JsonElement found, string name) =>
        found.TryGetProperty(name, out JsonElement value) ? new FfprobeValue(value) : default;

    /// <summary>Nothing for what breaks the rules of Unicode, be it a text or the name of a member beside it.</summary>
    private static TTo? Decoded<TFrom, TTo>(TFrom from, Func<TFrom, TTo?> decode)
    {
        try
        {
            return decode(from);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
