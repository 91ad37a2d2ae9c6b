using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Colophon.Formats.Tests;

/// <summary>
/// Real files with expectations, kept outside the repository: <c>COLOPHON_CORPUS</c> or <c>../shared/corpus</c>. Where it
/// is absent the tests over it do nothing; the project's own files carry the suite then.
/// </summary>
internal static class Corpus
{
    public static string? Folder { get; } = Find();

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

    /// <summary>One table of cases, a line each.</summary>
    public static IEnumerable<JsonElement> Cases(string table) =>
        Folder is null
            ? []
            : File.ReadLines(Path.Combine(Folder, "cases", $"{table}.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement);

    private static string? Find([CallerFilePath] string here = "")
    {
        IEnumerable<string?> places = [Environment.GetEnvironmentVariable("COLOPHON_CORPUS"), .. Beside(here)];
        return places.FirstOrDefault(place => place is not null && IsCorpus(place));
    }

    private static IEnumerable<string> Beside(string here)
    {
        foreach (string start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) ?? "" })
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (folder.EnumerateFiles("Colophon.slnx").Any())
                {
                    yield return Path.Combine(folder.FullName, "..", "shared", "corpus");
                    yield return Path.Combine(folder.FullName, "..", "..", "shared", "corpus");
                }
            }
        }
    }

    private static bool IsCorpus(string place) => new FileInfo(Path.Combine(place, "real", "expected.jsonl")).Exists;
}
