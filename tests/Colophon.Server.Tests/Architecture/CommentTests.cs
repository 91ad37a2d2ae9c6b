using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

public sealed partial class CommentTests
{
    [Fact]
    public void Nothing_is_left_to_be_done_in_a_comment() =>
        Guard.Holds(
            "todo",
            from comment in Comments().Concat(WebComments())
            where Reminder().IsMatch(comment.Text)
            select new Offence(comment.Path, comment.Text.Trim())
        );

    [Fact]
    public void No_code_is_commented_out() =>
        Guard.Holds(
            "commented-out",
            from comment in Comments()
            where CodeInComment().IsMatch(comment.Text)
            select new Offence(comment.Path, comment.Text.Trim())
        );

    [Fact]
    public void Public_types_of_jobs_and_formats_are_documented() =>
        Guard.Holds(
            "documented",
            from file in SourceCode.Product
            where !file.Path.StartsWith("src/Colophon.Server/", StringComparison.Ordinal)
            from type in file.Tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where type.Modifiers.Any(SyntaxKind.PublicKeyword)
            where !type.GetLeadingTrivia().Any(IsDocumentation)
            select new Offence($"{file.Path}#{type.Identifier.Text}", "says not what it gives")
        );

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia);

    private static IEnumerable<(string Path, string Text)> Comments() =>
        from file in SourceCode.Files
        from trivia in file.Tree.GetRoot().DescendantTrivia()
        where
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || IsDocumentation(trivia)
        select (file.Path, trivia.ToString());

    private static IEnumerable<(string Path, string Text)> WebComments() =>
        from path in SourceCode.Paths("web/src", ".ts", ".tsx").Concat(SourceCode.Paths("web/e2e", ".ts", ".mjs"))
        from Match comment in LineComment().Matches(SourceCode.Read(path))
        select (path, comment.Value);

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b")]
    private static partial Regex Reminder();

    [GeneratedRegex(@"^//.*[;{]\s*$")]
    private static partial Regex CodeInComment();

    [GeneratedRegex(@"(?<!:)//.*$|/\*.*?\*/", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex LineComment();
}
