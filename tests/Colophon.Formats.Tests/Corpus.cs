using System.Text.Json;
using Colophon.Testing;

namespace Colophon.Formats.Tests;

/// <summary>
/// Real files with expectations, kept outside the repository: <c>COLOPHON_CORPUS</c> or <c>../shared/corpus</c>. Where it
/// is absent the tests over it do nothing; the project's own files carry the suite then.
/// </summary>
internal static class Corpus
{
    public static string? Folder => RepositoryFolder.Corpus;

    /// <summary>The expectations of one kind of files, with the path of each file.</summary>
    public static IEnumerable<(string Path, JsonElement Expected)> Files(string kind)
    {
        if (Folder is null)
        {
            yield break;
        }

        foreach (string line in File.ReadLines(Path.Combine(Folder, "real", "expected.jsonl")))
        {
            JsonElement expected = JsonDocument.Parse(line).RootElement;
            if (expected.GetProperty("kind").GetString() == kind)
            {
                yield return (Path.Combine(Folder, "real", expected.GetProperty("file").GetString()!), expected);
            }
        }
    }

    /// <summary>The content of those of one kind that are small enough to be mutated over and over.</summary>
    public static IEnumerable<byte[]> Small(string kind, int below) =>
        Files(kind)
            .Where(file => new FileInfo(file.Path).Length is var length && length > 100 && length < below)
            .Select(file => File.ReadAllBytes(file.Path));

    /// <summary>One table of cases, a line each.</summary>
    public static IEnumerable<JsonElement> Cases(string table) =>
        Folder is null
            ? []
            : File.ReadLines(Path.Combine(Folder, "cases", $"{table}.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement);
}
