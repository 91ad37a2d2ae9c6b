using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

public sealed partial class NameTests
{
    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing() =>
        Guard.Holds(
            "ending",
            Types()
                .Where(type => EmptyEnding().IsMatch(type.Name))
                .Select(type => new Offence($"{type.File.Path}#{type.Name}", "say what it is or does instead"))
        );

    [Fact]
    public void No_name_tells_of_the_past() =>
        Guard.Holds(
            "history",
            Types()
                .Select(type => (type.File, type.Name))
                .Concat(Methods())
                .Where(named => HistoryWord().IsMatch(named.Name))
                .Select(named => new Offence($"{named.File.Path}#{named.Name}", "the repository keeps the history"))
        );

    [Fact]
    public void A_file_is_named_after_a_type_in_it() =>
        Guard.Holds(
            "name",
            SourceCode
                .Files.Where(file => file.Name is not ("Program" or "AssemblyInfo" or "GlobalUsings"))
                .Where(file => !TopLevelTypes(file).Contains(file.Name))
                .Select(file => new Offence(file.Path, "declares no type of its name"))
        );

    [Fact]
    public void A_namespace_is_its_folder() =>
        Guard.Holds(
            "namespace",
            from file in SourceCode.Files
            from space in file.Tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            let expected = string.Join('.', file.Folder.Split('/').Skip(1))
            where space.Name.ToString() != expected
            select new Offence(file.Path, $"has namespace {space.Name}, its folder says {expected}")
        );

    [Fact]
    public void Web_files_are_in_kebab_case() =>
        Guard.Holds(
            "kebab-case",
            SourceCode
                .Paths("web/src", ".ts", ".tsx", ".css")
                .Where(path => !KebabCase().IsMatch(Path.GetFileName(path)))
                .Select(path => new Offence(path, "web files are named in kebab-case"))
        );

    private static IEnumerable<(SourceFile File, string Name)> Types() =>
        from file in SourceCode.Files
        from type in file.Tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        select (file, type.Identifier.Text);

    private static IEnumerable<(SourceFile File, string Name)> Methods() =>
        from file in SourceCode.Product
        from method in file.Tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        select (file, method.Identifier.Text);

    private static HashSet<string> TopLevelTypes(SourceFile file) =>
        file
            .Tree.GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node =>
                node switch
                {
                    BaseTypeDeclarationSyntax type => type.Identifier.Text,
                    DelegateDeclarationSyntax type => type.Identifier.Text,
                    _ => "",
                }
            )
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("(Service|Manager|Helper|Helpers|Util|Utils|Processor|Orchestrator|Impl|Base|Common|Misc)$")]
    private static partial Regex EmptyEnding();

    // New at the start means "to be made" (NewUser, NewToken); behind something it means that there was another one.
    [GeneratedRegex("(?:[Vv]2|Old|Unified|Legacy|(?<!^)New)(?![a-z])")]
    private static partial Regex HistoryWord();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+)+$")]
    private static partial Regex KebabCase();
}
