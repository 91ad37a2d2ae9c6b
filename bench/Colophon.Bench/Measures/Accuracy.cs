using System.Text.Json.Nodes;
using Colophon.Bench.Make;
using Colophon.Bench.Measures.Kinds;

namespace Colophon.Bench.Measures;

/// <summary>Compares the catalog, as the API tells it, with the manifest of the library.</summary>
internal static class Accuracy
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await FirstScan.LibraryAsync(settings, cancellationToken);
        var expected = await Manifest.ReadAsync(library, cancellationToken);
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var catalog = new CatalogReader(server.Api);
        var figures = new List<Figure>();
        foreach (var kinds in MeasuredKinds.In(expected).GroupBy(kind => (kind.Folder, kind.LibraryType)))
        {
            var folder = Path.Combine(library, kinds.Key.Folder);
            var libraryId = await server.Scans.MakeLibraryAsync(
                kinds.Key.Folder,
                kinds.Key.LibraryType,
                folder,
                cancellationToken
            );
            await server.ScanAsync(libraryId, cancellationToken);
            foreach (var kind in kinds)
            {
                var found = await catalog.ReadAsync(kind, libraryId, library, cancellationToken);
                figures.Add(Compare(kind, expected[kind.Name], found));
            }
        }
        return figures;
    }

    private static Figure Compare(
        MeasuredKind kind,
        IEnumerable<JsonNode> expected,
        IReadOnlyDictionary<string, CatalogItem> found
    )
    {
        var tally = new FieldTally();
        foreach (var entry in expected)
        {
            var name = kind.Said(entry);
            if (found.GetValueOrDefault(name) is { } item)
                foreach (var field in kind.Fields)
                    tally.Compare(name, field.Name, field.Said(entry), field.Found(item));
            else
                tally.Miss(name, kind.Fields.Select(field => field.Name));
        }
        foreach (var mistake in tally.Mistakes)
            Console.WriteLine($"  {mistake}");
        return new(
            $"fields right, {kind.Name}",
            100.0 * tally.Right / tally.All,
            "%",
            Goal.AtLeast(99.5, 100),
            tally.ToString()
        );
    }
}
