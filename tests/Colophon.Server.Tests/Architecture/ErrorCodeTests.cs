using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

/// <summary>
/// A code is whatever constant the product hands to a parameter named <c>code</c>, of whatever type, and every constant of
/// a type whose name ends in Codes.
/// </summary>
public sealed partial class ErrorCodeTests
{
    private const string List = "ERRORS.md";

    [Fact]
    public void Every_code_is_explained_and_every_explained_code_exists()
    {
        var used = UsedCodes();
        var listed = ListedCodes().ToList();

        listed.ShouldBeUnique();
        Guard.NothingIn(
            [
                .. used
                    .Keys.Except(listed)
                    .Order()
                    .Select(code => $"{code} is not in {List}; it is used in {used[code]}"),
                .. listed.Except(used.Keys).Order().Select(code => $"{code} is in {List} and nowhere in the code"),
            ],
            "error codes"
        );
    }

    private static IEnumerable<string> ListedCodes() =>
        TableRow().Matches(SourceCode.Read(List)).Select(row => row.Groups["code"].Value);

    /// <summary>Each code with one file that uses it.</summary>
    private static Dictionary<string, string> UsedCodes()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in SourceCode.Product)
        {
            var model = SourceCode.MeaningOf(file);
            foreach (var code in DeclaredCodes(file))
                codes.TryAdd(code, file.Path);
            foreach (var argument in file.Tree.GetRoot().DescendantNodes().OfType<ArgumentSyntax>())
                if (IsCode(argument, model))
                    foreach (var code in Constants(argument.Expression, model))
                        codes.TryAdd(code, file.Path);
        }
        return codes;
    }

    private static IEnumerable<string> DeclaredCodes(SourceFile file) =>
        from type in file.Tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type.Identifier.Text.EndsWith("Codes", StringComparison.Ordinal)
        from field in type.Members.OfType<FieldDeclarationSyntax>()
        where field.Modifiers.Any(SyntaxKind.ConstKeyword)
        from variable in field.Declaration.Variables
        where variable.Initializer?.Value is LiteralExpressionSyntax
        select ((LiteralExpressionSyntax)variable.Initializer!.Value).Token.ValueText;

    private static bool IsCode(ArgumentSyntax argument, SemanticModel model)
    {
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list)
            return false;
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        var position = list.Arguments.IndexOf(argument);
        var parameter = argument.NameColon is { Name.Identifier.Text: var name }
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == name)
            : method.Parameters.ElementAtOrDefault(position);
        return parameter is { Name: "code" or "Code", Type.SpecialType: SpecialType.System_String };
    }

    /// <summary>The argument's constant value, or those it chooses from (<c>a ? "x" : "y"</c>, a switch).</summary>
    private static IEnumerable<string> Constants(ExpressionSyntax expression, SemanticModel model) =>
        expression switch
        {
            ConditionalExpressionSyntax either => Constants(either.WhenTrue, model)
                .Concat(Constants(either.WhenFalse, model)),
            SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => Constants(arm.Expression, model)),
            _ when model.GetConstantValue(expression) is { HasValue: true, Value: string code } => [code],
            _ => [],
        };

    [GeneratedRegex(@"^\| `(?<code>[a-z0-9_.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
