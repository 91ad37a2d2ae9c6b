namespace Colophon.Bench.Measures;

/// <summary>docs/measured.md, as <c>./run bench --record docs/measured.md</c> writes it.</summary>
internal static class MeasuredPage
{
    public static string Of(string table, string origin) =>
        $"""
            # Measured

            Written by `./run bench all --record docs/measured.md`. Ratios are of two things measured in one run on one machine,
            so they hold elsewhere too; the rest depends on the machine. "must" and "aim" are the goals; "reached" says which
            one is.

            {origin}

            {table}
            """;
}
