using System.Text.Json.Nodes;
using Colophon.Formats.Naming.Movies;
using Colophon.Server.Libraries;
using Colophon.Testing;

namespace Colophon.Server.Tests.Libraries;

/// <summary>What other servers pass over is not shown here either: by a rule, or because it is no media.</summary>
public sealed class IgnoreRulesCorpusTests
{
    [Fact]
    public void What_Jellyfin_passes_over_makes_no_item_and_what_it_takes_does()
    {
        if (RepositoryFolder.Corpus is not { } corpus)
        {
            Assert.Skip("The corpus is not here.");
            return;
        }
        var rules = new IgnoreRules([]);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(corpus, "cases", "jellyfin_ignore_patterns.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            var path = ((string)row["input"]!).Replace('\\', '/').TrimStart('/');
            if (IsPassedOver(rules, path) != (bool)row["expected"]!["ignored"]!)
                wrong.Add(path);
        }
        wrong.ShouldBeEmpty();
    }

    private static bool IsPassedOver(IgnoreRules rules, string path)
    {
        for (var end = path.IndexOf('/'); end >= 0; end = path.IndexOf('/', end + 1))
            if (rules.Match(path[..end]) is not null)
                return true;
        return rules.Match(path) is not null
            || MovieFileTypes.Of(path) == MovieFileType.Other
            || MovieExtraNames.OfPath(path) == MovieExtraKind.Sample;
    }
}
