using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Colophon.Server.Tests.Architecture;

/// <summary>What may catch everything, and what may touch the world.</summary>
public sealed class TroubleTests
{
    private static readonly string[] Banned =
    [
        "P:System.DateTime.Now",
        "P:System.DateTime.UtcNow",
        "P:System.DateTimeOffset.UtcNow",
        "P:System.Threading.Tasks.Task`1.Result",
        "M:System.Threading.Tasks.Task.Wait",
        "M:System.Threading.Thread.Sleep(System.Int32)",
        "M:System.IO.File.Exists(System.String)",
        "M:System.IO.Directory.Exists(System.String)",
        "M:System.IO.EnumerationOptions.#ctor",
    ];

    [Fact]
    public void Only_the_runners_and_the_request_pipeline_catch_everything() =>
        Guard.Holds("catch-all", CatchAlls().DistinctBy(offence => offence.Key));

    [Fact]
    public void A_caught_exception_is_handled_or_its_silence_explained() =>
        Guard.Holds(
            "silence",
            from file in SourceCode.Files
            from handler in file.Tree.GetRoot().DescendantNodes().OfType<CatchClauseSyntax>()
            where handler.Block.Statements.Count == 0 && !handler.Block.DescendantTrivia().Any(IsComment)
            select new Offence(file.Path, $"catch ({handler.Declaration}) is empty and says not why")
        );

    [Fact]
    public void The_banned_list_holds_what_the_house_bans() =>
        Banned.ShouldBeSubsetOf(Guard.Lines("BannedSymbols.txt").Select(line => line.Split(';')[0]));

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Guard.Holds("console", UsesOf("Console").DistinctBy(offence => offence.Key));

    [Fact]
    public void Only_files_and_readers_touch_the_disk() =>
        Guard.Holds(
            "disk",
            UsesOf("File", "Directory")
                .Where(offence => !MayTouchTheDisk(offence.Key))
                .DistinctBy(offence => offence.Key)
        );

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia);

    private static bool MayTouchTheDisk(string path) =>
        path.StartsWith("src/Colophon.Server/Platform/Files/", StringComparison.Ordinal)
        || path.StartsWith("src/Colophon.Formats/", StringComparison.Ordinal);

    private static IEnumerable<Offence> CatchAlls() =>
        from file in SourceCode.Product
        from handler in file.Tree.GetRoot().DescendantNodes().OfType<CatchClauseSyntax>()
        where handler.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        where handler.Filter is null && !PassesItOn(handler)
        select new Offence(file.Path, "catches every exception");

    /// <summary>Cleaning up on the way out swallows nothing.</summary>
    private static bool PassesItOn(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax { Expression: null };

    private static IEnumerable<Offence> UsesOf(params string[] types) =>
        from file in SourceCode.Product
        from access in file.Tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression is IdentifierNameSyntax type && types.Contains(type.Identifier.Text)
        select new Offence(file.Path, $"uses {access}");
}
