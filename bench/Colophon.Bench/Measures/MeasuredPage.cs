namespace Colophon.Bench.Measures;

/// <summary>docs/measured.md: a section for each command that measures, of which <c>--record</c> replaces its own.</summary>
internal static class MeasuredPage
{
    private const string Heading = "## ";

    private const string Beginning = """
        # Measured

        A section for each command; `./run bench NAME --record docs/measured.md` writes its own anew. Ratios are of two things
        measured in one run on one machine, so they hold elsewhere too; the rest depends on the machine. "must" and "aim" are
        the goals; "reached" says which one is.

        """;

    /// <summary>The page with a section in the place of the one of that name, else behind the others.</summary>
    /// <param name="page">As it is; empty when there is none.</param>
    public static string With(string page, string command, string table, string origin)
    {
        var sections = page.Split("\n" + Heading).Skip(1).ToList();
        var section = $"{command}\n\n{origin}\n\n{table}";
        var place = sections.FindIndex(other => other.Split('\n')[0] == command);
        if (place < 0)
            sections.Add(section);
        else
            sections[place] = section;
        return Beginning + string.Concat(sections.Select(text => $"\n{Heading}{text.Trim()}\n"));
    }
}
