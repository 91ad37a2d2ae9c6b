using System.Text.Json;
using Colophon.Testing;

namespace Colophon.Formats.Tests.Naming;

/// <summary>
/// Tables of the corpus against what this product makes of them. Rows that are not followed stand in a data file, each with
/// its reason.
/// </summary>
/// <param name="Mistakes">Rows that differ without a reason, rows that do not differ any more, and reasons without a row.</param>
/// <param name="Followed">For each table the share of rows that are followed.</param>
internal sealed record CaseReport(
    int Rows,
    IReadOnlyList<string> Mistakes,
    IReadOnlyDictionary<string, double> Followed
)
{
    /// <param name="reasons">The data file: <c>table, input, reason</c>, divided by tabs.</param>
    /// <param name="tables">The names of the tables.</param>
    /// <param name="differences">What is wrong with a row, given its input.</param>
    public static CaseReport Of(
        string reasons,
        string[] tables,
        Func<JsonElement, string, IEnumerable<string>> differences
    )
    {
        Dictionary<string, string> exceptions = Read(reasons);
        var mistakes = new List<string>();
        var followed = new Dictionary<string, double>();
        int rows = 0;
        foreach (string table in tables)
        {
            int good = 0;
            JsonElement[] cases = [.. Corpus.Cases(table)];
            rows += cases.Length;
            foreach (JsonElement row in cases)
            {
                string input = Input(row.GetProperty("input"));
                string[] wrong = [.. differences(row, input)];
                good += wrong.Length == 0 ? 1 : 0;
                if ((wrong.Length > 0) != exceptions.Remove($"{table}\t{input}"))
                {
                    mistakes.Add($"{table}\t{input}\t{string.Join("; ", wrong)}");
                }
            }

            followed[table] = (double)good / cases.Length;
        }

        mistakes.AddRange(exceptions.Keys.Select(row => $"{row}\tno such row"));
        return new CaseReport(rows, mistakes, followed);
    }

    private static string Input(JsonElement input) =>
        input.ValueKind is JsonValueKind.Array
            ? string.Join(" | ", input.EnumerateArray().Select(path => path.GetString()))
            : input.GetString()!;

    private static Dictionary<string, string> Read(string reasons) =>
        File.ReadLines(RepositoryFolder.Path($"tests/Colophon.Formats.Tests/Naming/{reasons}"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => $"{parts[0]}\t{parts[1]}", parts => parts[2], StringComparer.Ordinal);
}
