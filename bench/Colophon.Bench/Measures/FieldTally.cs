namespace Colophon.Bench.Measures;

/// <summary>Counts right and wrong fields by their names.</summary>
internal sealed class FieldTally
{
    private readonly SortedDictionary<string, (int Right, int All)> fields = new(StringComparer.Ordinal);

    public List<string> Mistakes { get; } = [];

    public int Right => fields.Values.Sum(count => count.Right);

    public int All => fields.Values.Sum(count => count.All);

    public void Compare(string path, string field, string? expected, string? found)
    {
        var (right, all) = fields.GetValueOrDefault(field);
        var same = (expected ?? "") == (found ?? "");
        fields[field] = (same ? right + 1 : right, all + 1);
        if (!same)
            Mistakes.Add($"{path}: {field} is \"{found}\" and should be \"{expected}\"");
    }

    public override string ToString() =>
        string.Join(", ", fields.Select(pair => $"{pair.Key} {pair.Value.Right}/{pair.Value.All}"));
}
