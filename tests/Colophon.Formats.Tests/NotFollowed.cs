using Colophon.Testing;

namespace Colophon.Formats.Tests;

/// <summary>
/// Rows of other products' cases that this one answers otherwise: table, input, the fields that differ (with commas) and why.
/// A row counts as used up when exactly its fields differ; what is left at the end is a row that is followed after all.
/// </summary>
internal sealed class NotFollowed
{
    private readonly Dictionary<string, string> _fields;
    private readonly List<string> _mistakes = [];

    public NotFollowed(string path) =>
        _fields = File.ReadLines(RepositoryFolder.Path(path))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(
                parts => $"{parts[0]}\t{parts[1]}",
                parts => parts.Length == 4 && parts[3].Length > 0 ? parts[2] : "a row without a reason",
                StringComparer.Ordinal
            );

    /// <summary>Rows that differ without leave, and leaves that no row needs.</summary>
    public IReadOnlyList<string> Mistakes => [.. _mistakes, .. _fields.Keys.Select(row => $"not needed: {row}")];

    /// <summary>Compares one row; what is wanted and what is said are texts by field.</summary>
    public void Compare(string table, string input, IEnumerable<(string Field, string? Wanted, string? Actual)> fields)
    {
        var wrong = fields.Where(field => field.Wanted != field.Actual).ToList();
        _fields.Remove($"{table}\t{input}", out string? known);
        if (string.Join(',', wrong.Select(field => field.Field)) != (known ?? ""))
        {
            _mistakes.Add(
                $"{table} {input}: "
                    + string.Join(
                        "; ",
                        wrong.Select(field =>
                            $"{field.Field} is {field.Actual ?? "nothing"}, expected {field.Wanted ?? "nothing"}"
                        )
                    )
            );
        }
    }
}
