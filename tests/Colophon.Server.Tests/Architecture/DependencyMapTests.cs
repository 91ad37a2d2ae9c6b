using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

/// <summary>Which folder refers to which, read from the meaning of every name in the product.</summary>
public sealed class DependencyMapTests
{
    private const string MapFile = "tests/Colophon.Server.Tests/Architecture/allowed-dependencies.txt";

    // The composition root calls every feature's registration; that is its work.
    private const string CompositionRoot = "Program";

    [Fact]
    public void The_map_of_dependencies_is_as_listed()
    {
        var real = RealEdges();
        var listed = ListedEdges();

        Guard.NothingIn(
            [
                .. real
                    .Keys.Except(listed)
                    .Select(edge => $"{edge} is not in the map; it came with {real[edge]}")
                    .Order(StringComparer.Ordinal),
                .. listed
                    .Except(real.Keys)
                    .Select(edge => $"{edge} is in the map and no longer in the code")
                    .Order(StringComparer.Ordinal),
            ],
            "dependencies"
        );
    }

    [Fact]
    public void No_folder_depends_on_itself_by_a_detour()
    {
        var edges = ListedEdges().ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var reachable = edges.ToDictionary(from => from.Key, from => Reach(from.Key, edges), StringComparer.Ordinal);

        Guard.NothingIn([.. reachable.Where(node => node.Value.Contains(node.Key)).Select(node => node.Key)], "cycles");
    }

    [Fact]
    public void The_platform_knows_no_feature() =>
        ListedEdges().Where(edge => edge.From == "Platform").Select(edge => edge.To).ShouldBeSubsetOf(["Jobs"]);

    [Fact]
    public void Jobs_and_formats_know_nothing_else_of_ours() =>
        ListedEdges()
            .Where(edge => Project(edge.From) != "Server" && Project(edge.From) != Project(edge.To))
            .ShouldBeEmpty();

    private static HashSet<string> Reach(string start, ILookup<string, string> edges)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(edges[start]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            foreach (var next in edges[node])
                open.Push(next);
        }
        return seen;
    }

    private static HashSet<Edge> ListedEdges() =>
        Guard
            .Lines(MapFile)
            .SelectMany(line =>
            {
                var (from, to) = line.Split("->", 2, StringSplitOptions.TrimEntries) is [var left, var right]
                    ? (left, right)
                    : throw new FormatException($"{MapFile}: '{line}' is not 'from -> to, to'.");
                return to.Split(',', StringSplitOptions.TrimEntries).Select(target => new Edge(from, target));
            })
            .ToHashSet();

    /// <summary>Each edge with one place that makes it.</summary>
    private static Dictionary<Edge, string> RealEdges()
    {
        var edges = new Dictionary<Edge, string>();
        foreach (var file in SourceCode.Product)
        {
            var from = Node(file.Path);
            if (from == CompositionRoot)
                continue;
            foreach (var (target, place) in References(file))
                if (Node(target) is var to && to != from)
                    edges.TryAdd(new(from, to), place);
        }
        return edges;
    }

    private static IEnumerable<(string Target, string Place)> References(SourceFile file)
    {
        var model = SourceCode.MeaningOf(file);
        foreach (var name in file.Tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
            if (symbol is null or INamespaceSymbol)
                continue;
            foreach (var declaration in symbol.OriginalDefinition.DeclaringSyntaxReferences)
                if (declaration.SyntaxTree.FilePath.Length > 0)
                    yield return (declaration.SyntaxTree.FilePath, $"{name.Identifier.Text} in {file.Path}");
        }
    }

    /// <summary>A feature folder of the server, a format's folder, or the queue.</summary>
    private static string Node(string path) =>
        path.Split('/') switch
        {
            ["src", "Colophon.Jobs", ..] => "Jobs",
            ["src", "Colophon.Formats", var format, _, ..] => $"Formats/{format}",
            ["src", "Colophon.Formats", _] => "Formats",
            // What all providers share lies in a folder of its own and is no provider.
            ["src", "Colophon.Server", "Providers", not "Http" and var provider, _, ..] => $"Providers/{provider}",
            ["src", "Colophon.Server", var feature, _, ..] => feature,
            _ => CompositionRoot,
        };

    private static string Project(string node) =>
        node.Split('/')[0] is var first && first is "Jobs" or "Formats" ? first : "Server";

    private sealed record Edge(string From, string To)
    {
        public override string ToString() => $"{From} -> {To}";
    }
}
