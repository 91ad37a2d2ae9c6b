using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Colophon.Server.Tests.Architecture;

/// <summary>Where size stops. It is a ratchet: an exception is one line with a reason.</summary>
public sealed partial class SizeTests
{
    private const int FileLines = 400;
    private const int MethodLines = 80;
    private const int Nesting = 4;
    private const int ConstructorDependencies = 8;
    private const int ComponentLines = 250;
    private const int ProgramLines = 60;

    [Fact]
    public void Files_stay_small() =>
        Guard.Holds(
            "file-size",
            from file in SourceCode.Files
            let lines = file.Lines
            where lines > FileLines
            select new Offence(file.Path, $"{lines} lines, {FileLines} at most")
        );

    [Fact]
    public void Methods_stay_short() =>
        Guard.Holds(
            "method-size",
            from member in Members()
            let lines = Lines(member.Node)
            where lines > MethodLines
            select new Offence(member.Key, $"{lines} lines, {MethodLines} at most")
        );

    [Fact]
    public void Nesting_stays_shallow() =>
        Guard.Holds(
            "nesting",
            from member in Members()
            let depth = Depth(member.Node)
            where depth > Nesting
            select new Offence(member.Key, $"nested {depth} deep, {Nesting} at most")
        );

    [Fact]
    public void Constructors_take_few_dependencies() =>
        Guard.Holds(
            "dependencies",
            from file in SourceCode.Files
            from list in file.Tree.GetRoot().DescendantNodes().OfType<ParameterListSyntax>()
            where list.Parent is ConstructorDeclarationSyntax or ClassDeclarationSyntax or StructDeclarationSyntax
            where list.Parameters.Count > ConstructorDependencies
            select new Offence(
                $"{file.Path}#{list.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!.Identifier.Text}",
                $"{list.Parameters.Count} dependencies, {ConstructorDependencies} at most"
            )
        );

    [Fact]
    public void Web_components_stay_small() =>
        Guard.Holds(
            "component-size",
            from path in SourceCode.Paths("web/src", ".tsx")
            from Match component in Component().Matches(SourceCode.Read(path))
            let lines = component.Value.Count(letter => letter == '\n') + 1
            where lines > ComponentLines
            select new Offence($"{path}#{component.Groups["name"].Value}", $"{lines} lines, {ComponentLines} at most")
        );

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        SourceCode
            .Files.Single(file => file.Path == "src/Colophon.Server/Program.cs")
            .Lines.ShouldBeLessThanOrEqualTo(ProgramLines);

    private static IEnumerable<(string Key, SyntaxNode Node)> Members() =>
        from file in SourceCode.Files
        from node in file.Tree.GetRoot().DescendantNodes()
        let name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
            OperatorDeclarationSyntax => "operator",
            _ => null,
        }
        where name is not null
        select ($"{file.Path}#{name}", node);

    /// <summary>Without its attributes: the rows of a theory are data.</summary>
    private static int Lines(SyntaxNode node)
    {
        var code = node.ChildNodesAndTokens().First(child => !child.IsKind(SyntaxKind.AttributeList));
        var span = node.SyntaxTree.GetLineSpan(TextSpan.FromBounds(code.SpanStart, node.Span.End));
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>How many statements that open a level stand inside each other; <c>else if</c> opens none.</summary>
    private static int Depth(SyntaxNode member) =>
        member
            .DescendantNodes()
            .Where(OpensLevel)
            .Select(node => node.AncestorsAndSelf().TakeWhile(outer => outer != member).Count(OpensLevel))
            .DefaultIfEmpty(0)
            .Max();

    private static bool OpensLevel(SyntaxNode node) =>
        node.Kind() switch
        {
            SyntaxKind.IfStatement => node.Parent is not ElseClauseSyntax,
            SyntaxKind.ForStatement
            or SyntaxKind.ForEachStatement
            or SyntaxKind.ForEachVariableStatement
            or SyntaxKind.WhileStatement
            or SyntaxKind.DoStatement
            or SyntaxKind.SwitchStatement
            or SyntaxKind.TryStatement
            or SyntaxKind.LockStatement => true,
            SyntaxKind.UsingStatement => node.Parent is not UsingStatementSyntax,
            _ => false,
        };

    // A function of the file whose name begins with a capital, up to the brace or bracket at the start of a line that ends it.
    [GeneratedRegex(
        @"^(?:export )?(?:default )?(?:function|const) (?<name>[A-Z]\w*)\b.*?^[}\)]",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Component();
}
