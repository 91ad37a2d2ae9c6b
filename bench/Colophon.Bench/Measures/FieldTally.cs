namespace Colophon.Bench.Measures;

/// <summary>Counts right and wrong fields by their names.</summary>
internal sealed class FieldTally
{
    private const int ShownOfAField = 3;

    private readonly SortedDictionary<string, (int Right, int All)> fields = new(StringComparer.Ordinal);
    private int missing;

    /// <summary>The first few of each field, and of items that are not there.</summary>
    public List<string> Mistakes { get; } = [];

    public int Right => fields.Values.Sum(count => count.Right);

    public int All => fields.Values.Sum(count => count.All);

    public void Compare(string path, string field, string? expected, string? found)
    {
        var (right, all) = fields.GetValueOrDefault(field);
        var same = (expected ?? "") == (found ?? "");
        fields[field] = (same ? right + 1 : right, all + 1);
        if (!same && all - right < ShownOfAField)
            Mistakes.Add($"{path}: {field} is \"{found}\" and should be \"{expected}\"");
    }

    /// <summary>The whole item is not there: each of its fields is wrong, and one of the mistakes tells it.</summary>
    public void Miss(string path, IEnumerable<string> names)
    {
        foreach (var field in names)
        {
            var (right, all) = fields.GetValueOrDefault(field);
            fields[field] = (right, all + 1);
        }
        if (++missing <= ShownOfAField)
            Mistakes.Add($"{path}: is missing");
    }

    public override string ToString() =>
        string.Join(", ", fields.Select(pair => $"{pair.Key} {pair.Value.Right}/{pair.Value.All}"));
}
