using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>Compares the catalog, as the API tells it, with the manifest of the library.</summary>
internal static class Accuracy
{
    private const int PageSize = 200;
    private const int ShownMistakes = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await FirstScan.LibraryAsync(settings, cancellationToken);
        var expected = await Manifest.ReadAsync(library, cancellationToken);
        var kinds = ManifestFields.ByKind.Keys.Where(kind => expected[kind].Any()).ToList();
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var folders = kinds.ConvertAll(kind => Path.Combine(library, kind));
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folders, cancellationToken);
        await server.ScanAsync(libraryId, cancellationToken);

        var ids = await BookIdsAsync(server, libraryId, cancellationToken);
        var figures = new List<Figure>();
        foreach (var kind in kinds)
        {
            var tally = new FieldTally();
            foreach (var item in expected[kind])
            {
                var path = ManifestFields.PathOf(item);
                var found = await FoundAsync(
                    server,
                    ids.GetValueOrDefault(Path.Combine(library, path)),
                    cancellationToken
                );
                foreach (var (field, value) in ManifestFields.ByKind[kind](item))
                    tally.Compare(path, field, value, found[field]);
            }
            foreach (var mistake in tally.Mistakes.Take(ShownMistakes))
                Console.WriteLine($"  {mistake}");
            figures.Add(
                new(
                    $"fields right, {kind}",
                    100.0 * tally.Right / tally.All,
                    "%",
                    Goal.AtLeast(99.5, 100),
                    tally.ToString()
                )
            );
        }
        return figures;
    }

    private static async Task<Dictionary<string, long>> BookIdsAsync(
        MeasuredServer server,
        long libraryId,
        CancellationToken cancellationToken
    )
    {
        var books = await server.Api.ListAsync(
            $"/api/books?library_id={libraryId}",
            "books",
            PageSize,
            cancellationToken
        );
        var pairs =
            from book in books
            from file in book["files"]!.AsArray()
            select ((string)file!["filepath"]!, (long)book["id"]!);
        return pairs.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
    }

    private static async Task<CatalogFields> FoundAsync(
        MeasuredServer server,
        long bookId,
        CancellationToken cancellationToken
    ) =>
        bookId == 0
            ? new CatalogFields(new JsonObject(), cover: null)
            : new CatalogFields(
                await server.Api.GetAsync($"/api/books/{bookId}", cancellationToken),
                await CoverAsync(server, bookId, cancellationToken)
            );

    private static async Task<string?> CoverAsync(
        MeasuredServer server,
        long bookId,
        CancellationToken cancellationToken
    ) =>
        await server.Api.GetBytesAsync($"/api/items/{bookId}/cover", cancellationToken) is { } picture
            ? Convert.ToHexStringLower(SHA256.HashData(picture))
            : null;
}
