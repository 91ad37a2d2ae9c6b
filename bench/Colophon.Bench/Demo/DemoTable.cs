namespace Colophon.Bench.Demo;

/// <summary>The tables that say what the demo libraries hold.</summary>
internal static class DemoTable
{
    /// <summary>The rows of <c>demo-....tsv</c>, a text a column.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(DemoTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Where(line => line is [not '#', ..]).Select(line => line.Split('\t')),
        ];
    }

    /// <summary>What a cell lists; nothing for an empty one.</summary>
    public static IReadOnlyList<string> Each(string cell, char separator) =>
        cell.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    public static FormatException Wrong(string name, int row, int columns) =>
        new($"{name}, row {row + 1}: {columns} columns are needed.");
}
