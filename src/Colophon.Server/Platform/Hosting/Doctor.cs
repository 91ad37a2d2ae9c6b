namespace Colophon.Server.Platform.Hosting;

/// <summary>Prints every check; the exit code is 1 when something is broken.</summary>
internal static class Doctor
{
    public static async Task<int> ExamineAsync(
        IEnumerable<ISystemCheck> checks,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var broken = 0;
        foreach (var check in checks)
        foreach (var result in await check.ExamineAsync(cancellationToken))
        {
            broken += result.Verdict is CheckVerdict.Broken ? 1 : 0;
            await output.WriteLineAsync($"{Mark(result.Verdict)} {result.Name}: {result.Message}");
        }
        await output.WriteLineAsync(
            broken == 0 ? "Colophon can run here." : $"{broken} to mend before Colophon can run here."
        );
        return broken == 0 ? 0 : 1;
    }

    private static string Mark(CheckVerdict verdict) =>
        verdict switch
        {
            CheckVerdict.Well => "[ok]      ",
            CheckVerdict.Absent => "[absent]  ",
            CheckVerdict.Strained => "[strained]",
            _ => "[broken]  ",
        };
}
