using System.Globalization;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tags;

/// <summary>Gathers tags under their names in the common vocabulary, whatever the container.</summary>
internal sealed class TagDraft
{
    private const int ValueLimit = 2_000;
    private const int ListLimit = 100;
    private const int TextLimit = 1_000;
    private const int NameLimit = 500;
    private const int LongLimit = 32_000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private int _count;

    public bool IsFull => _count >= ValueLimit;

    public bool IsEmpty => _count == 0;

    /// <summary>Takes a value under any spelling of its name; empty ones are dropped.</summary>
    public void Add(string name, string? value)
    {
        string key = TagNames.Of(name);
        string text = CleanText.Lines(value, LongLimit);
        if (key.Length == 0 || text.Length == 0 || IsFull)
        {
            return;
        }

        if (!_values.TryGetValue(key, out List<string>? list))
        {
            _values[key] = list = [];
        }

        if (list.Count < ListLimit && !list.Contains(text))
        {
            list.Add(text);
            _count++;
        }
    }

    /// <summary>Takes what nobody has said yet from weaker tags of the same file.</summary>
    public void AddMissing(TagDraft weaker)
    {
        foreach ((string name, List<string> values) in weaker._values)
        {
            if (_values.TryAdd(name, values))
            {
                _count += values.Count;
            }
        }
    }

    /// <summary>Says the first value more precisely, when it is four digits.</summary>
    public void Refine(string name, Func<string, string> refine)
    {
        if (
            _values.TryGetValue(name, out List<string>? list)
            && list[0] is { Length: 4 } year
            && year.All(char.IsAsciiDigit)
        )
        {
            list[0] = refine(year);
        }
    }

    public string? First(string name) => _values.TryGetValue(name, out List<string>? list) ? list[0] : null;

    public string? Line(string name) => CleanText.LineOrNull(First(name), TextLimit);

    public List<string> Names(string name) =>
        _values.TryGetValue(name, out List<string>? list)
            ? [.. list.Select(value => CleanText.Line(value, NameLimit)).Where(value => value.Length > 0)]
            : [];

    /// <summary>Divided by semicolons too.</summary>
    public List<string> Pieces(string name) =>
        [
            .. Names(name)
                .SelectMany(value =>
                    value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ),
        ];

    /// <summary>Each once.</summary>
    public List<string> Genres() => [.. Pieces(TagNames.Genre).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>When the work came out, as precise as it is said.</summary>
    public string? Date() => BookDate.Parse(Line(TagNames.Date) ?? Line(TagNames.ReleaseDate) ?? Line(TagNames.Year));

    public string? Description() => First(TagNames.LongDescription) ?? First(TagNames.Description);

    /// <summary>"3/12": the number at a place between slashes; rubbish behind a number is dropped.</summary>
    public int? Number(string name, int place = 0)
    {
        string[] parts = (Line(name) ?? "").Split('/');
        if (place >= parts.Length)
        {
            return null;
        }

        string digits = new([.. parts[place].Trim().TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : null;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All() =>
        _values.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)entry.Value, StringComparer.Ordinal);
}
