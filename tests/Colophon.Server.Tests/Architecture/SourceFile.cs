using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Colophon.Server.Tests.Architecture;

/// <summary>A C# file of the repository, parsed.</summary>
/// <param name="Path">From the root, with slashes: <c>src/Colophon.Jobs/Job.cs</c>.</param>
internal sealed record SourceFile(string Path, string Text, SyntaxTree Tree)
{
    /// <summary>The file's name up to its first dot: partial types may be spread over <c>Scan.Walk.cs</c> and so on.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public static SourceFile Read(string root, string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(root, path));
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        return new(path, text, CSharpSyntaxTree.ParseText(text, options, path));
    }
}
