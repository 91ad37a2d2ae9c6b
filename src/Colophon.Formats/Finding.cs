namespace Colophon.Formats;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Something was skipped or repaired; the reading stands.</summary>
    Warning,

    /// <summary>The file cannot be read as its kind; its error is set.</summary>
    Fatal,
}

/// <summary>What a reader has to say about a file. Stored on the file, shown to people.</summary>
/// <param name="Code">Stable, listed in ERRORS.md: <c>epub.container_missing</c>.</param>
/// <param name="Severity">Whether the reading stands.</param>
/// <param name="Message">What, where, and what to do; a sentence.</param>
public sealed record Finding(string Code, FindingSeverity Severity, string Message)
{
    /// <summary>One that says no more than its code does.</summary>
    public static Finding Warning(string code) => new(code, FindingSeverity.Warning, FindingCodes.Texts[code]);
}

/// <summary>What a reader could read, and what it has to say about the rest. Readers never throw for bad input.</summary>
/// <typeparam name="T">The format's record.</typeparam>
/// <param name="Value">Null only together with a fatal finding.</param>
/// <param name="Findings">In the order they were met; at most 100.</param>
public sealed record Reading<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    /// <summary>The first fatal finding, or null.</summary>
    public Finding? Fatal => Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Fatal);
}
