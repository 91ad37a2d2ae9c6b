using System.Diagnostics;
using System.Text;

namespace Colophon.Bench.Measures;

/// <summary>The figures as a table that reads well in a terminal and in docs/measured.md.</summary>
internal static class FigureTable
{
    public static string Render(IReadOnlyList<Figure> figures)
    {
        string[] head = ["what", "measured", "must", "aim", "reached", "from"];
        string[][] rows = [head, .. figures.Select(Cells)];
        var widths = Enumerable.Range(0, head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var table = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            table.AppendLine(
                $"| {string.Join(" | ", rows[row].Select((cell, column) => cell.PadRight(widths[column])))} |"
            );
            if (row == 0)
                table.AppendLine($"| {string.Join(" | ", widths.Select(width => new string('-', width)))} |");
        }
        return table.ToString();
    }

    /// <summary>When, on what and of which commit the figures are.</summary>
    public static async Task<string> OriginAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var commit = (await git.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        return $"{clock.GetUtcNow():yyyy-MM-dd}, commit {commit}, {Environment.ProcessorCount} cores";
    }

    private static string[] Cells(Figure figure) =>
        [
            figure.What,
            Number(figure.Value, figure.Unit),
            Number(figure.Goal.Must, figure.Unit),
            Number(figure.Goal.Aim, figure.Unit),
            figure.Verdict is Verdict.Missed ? "MISSED" : figure.Verdict.ToString().ToLowerInvariant(),
            figure.Note,
        ];

    private static string Number(double value, string unit) => $"{value.ToString(value < 100 ? "0.##" : "N0")} {unit}";
}
