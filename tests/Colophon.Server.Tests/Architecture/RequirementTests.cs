using System.Text.RegularExpressions;

namespace Colophon.Server.Tests.Architecture;

/// <summary>A requirement counts as done when a test carries its id.</summary>
public sealed partial class RequirementTests
{
    private const string List = "tests/Colophon.Server.Tests/Architecture/requirements.txt";

    [Fact]
    public void Every_requirement_has_a_test()
    {
        var named = NamedInCSharp().Concat(NamedInTheWeb()).ToHashSet(StringComparer.Ordinal);

        Guard.NothingIn(
            [.. Guard.Lines(List).Select(Id).Where(id => !named.Contains(id))],
            "requirements without a test"
        );
    }

    private static string Id(string line) => line.Split(' ', 2)[0];

    private static IEnumerable<string> NamedInCSharp() =>
        SourceCode.Files.SelectMany(file => Trait().Matches(file.Text)).Select(match => match.Groups["id"].Value);

    private static IEnumerable<string> NamedInTheWeb() =>
        SourceCode
            .Paths("web", ".test.ts", ".test.tsx", ".spec.ts", ".mjs")
            .SelectMany(path => TestTitle().Matches(SourceCode.Read(path)))
            .SelectMany(title => RequirementId().Matches(title.Value))
            .Select(id => id.Value);

    [GeneratedRegex(@"Trait\(""Req"", ""(?<id>[A-D]\d+)""\)")]
    private static partial Regex Trait();

    [GeneratedRegex("""\b(?:test|it|describe|journey)\(\s*(["'`]).*?\1""", RegexOptions.Singleline)]
    private static partial Regex TestTitle();

    [GeneratedRegex(@"\b[A-D]\d+\b")]
    private static partial Regex RequirementId();
}
