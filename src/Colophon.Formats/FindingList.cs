namespace Colophon.Formats;

/// <summary>Gathers what a reader has to say: each code and text once, 100 at most, in the order they were met.</summary>
internal sealed class FindingList
{
    private const int Limit = 100;

    private readonly List<Finding> _findings = [];

    public bool IsFatal { get; private set; }

    public void Warn(string code, string? detail = null) => Add(code, FindingSeverity.Warning, detail);

    public void Fail(string code, string? detail = null)
    {
        IsFatal = true;
        Add(code, FindingSeverity.Fatal, detail);
    }

    public void Add(Finding finding)
    {
        IsFatal |= finding.Severity == FindingSeverity.Fatal;
        // a fatal finding is never lost to a hundred warnings
        if (_findings.Count < Limit && !_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
        else if (finding.Severity == FindingSeverity.Fatal)
        {
            _findings[^1] = finding;
        }
    }

    public Reading<T> With<T>(T? value)
        where T : class => new(value, _findings);

    public static Finding Make(string code, FindingSeverity severity, string? detail = null)
    {
        string text = FindingCodes.Texts[code];
        return new Finding(code, severity, detail is null ? text : $"{text} ({detail})");
    }

    private void Add(string code, FindingSeverity severity, string? detail) => Add(Make(code, severity, detail));
}
