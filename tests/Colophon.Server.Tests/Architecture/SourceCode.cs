using System.Collections.Concurrent;
using Colophon.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Colophon.Server.Tests.Architecture;

/// <summary>The repository's code as the guard tests see it: found, parsed and bound once for all of them.</summary>
internal static class SourceCode
{
    private static readonly string[] OwnFolders = ["src", "tests", "bench"];
    private static readonly string[] MadeFolders = ["/bin/", "/obj/", "/node_modules/", "/dist/", "/wwwroot/"];

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllFiles = new(() =>
        [
            .. OwnFolders
                .SelectMany(folder => Paths(folder, ".cs"))
                .Select(path => SourceFile.Read(RepositoryFolder.Root, path)),
        ]
    );

    private static readonly Lazy<Compilation> BoundProduct = new(Bind);

    private static readonly ConcurrentDictionary<string, SemanticModel> Meanings = new(StringComparer.Ordinal);

    /// <summary>Every C# file of ours.</summary>
    public static IReadOnlyList<SourceFile> Files => AllFiles.Value;

    /// <summary>The C# files of the three product projects.</summary>
    public static IEnumerable<SourceFile> Product => Files.Where(file => file.IsProduct);

    /// <summary>What the names in a file of the product mean. Kept, because finding it out is what costs time.</summary>
    public static SemanticModel MeaningOf(SourceFile file) =>
        Meanings.GetOrAdd(file.Path, _ => BoundProduct.Value.GetSemanticModel(file.Tree));

    /// <summary>Files below a folder with an ending, from the root, in byte order, without what tools made.</summary>
    public static IReadOnlyList<string> Paths(string folder, params string[] endings)
    {
        var start = new DirectoryInfo(RepositoryFolder.Path(folder));
        if (!start.Exists)
            return [];
        return
        [
            .. start
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(RepositoryFolder.Root, file.FullName).Replace('\\', '/'))
                .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Where(path => !MadeFolders.Any(made => path.Contains(made, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    public static string Read(string path) => File.ReadAllText(RepositoryFolder.Path(path));

    private static CSharpCompilation Bind()
    {
        var usings = CSharpSyntaxTree.ParseText(ImplicitUsings, new CSharpParseOptions(LanguageVersion.Preview));
        return CSharpCompilation.Create(
            "guards",
            [usings, .. Product.Select(file => file.Tree)],
            PlatformAssemblies(),
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    private static IEnumerable<MetadataReference> PlatformAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("colophon", StringComparison.OrdinalIgnoreCase))
            .Select(path => MetadataReference.CreateFromFile(path));
}
