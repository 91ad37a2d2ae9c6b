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
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var folder = GeneratedLibrary.BooksFolder(library);
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folder, cancellationToken);
        await server.ScanAsync(libraryId, cancellationToken);

        var ids = await BookIdsAsync(server, libraryId, cancellationToken);
        var tally = new FieldTally();
        foreach (var book in expected)
            await CompareAsync(
                server,
                book,
                ids.GetValueOrDefault(Path.Combine(library, book.Path)),
                tally,
                cancellationToken
            );
        foreach (var mistake in tally.Mistakes.Take(ShownMistakes))
            Console.WriteLine($"  {mistake}");
        return [new("fields right", 100.0 * tally.Right / tally.All, "%", Goal.AtLeast(99.5, 100), tally.ToString())];
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

    private static async Task CompareAsync(
        MeasuredServer server,
        ManifestBook expected,
        long bookId,
        FieldTally tally,
        CancellationToken cancellationToken
    )
    {
        var book =
            bookId == 0 ? new JsonObject() : await server.Api.GetAsync($"/api/books/{bookId}", cancellationToken);
        var file = book["files"]?[0] ?? new JsonObject();
        var path = expected.Path;
        tally.Compare(path, "title", expected.Title, (string?)book["title"]);
        tally.Compare(path, "authors", Authors(expected), Names(book["authors"]));
        tally.Compare(path, "series", Series(expected), Series(book["series"]));
        tally.Compare(path, "isbn", expected.Isbn13, Isbn(file["identifiers"]));
        tally.Compare(path, "language", expected.Language, (string?)file["language"]);
        tally.Compare(path, "published", expected.Published, (string?)file["release_date"]);
        tally.Compare(path, "cover", expected.Cover?.Sha256, await CoverAsync(server, bookId, cancellationToken));
    }

    private static string Authors(ManifestBook book) =>
        string.Join("; ", book.Creators.Where(creator => creator.Role == "aut").Select(creator => creator.Name));

    private static string Names(JsonNode? people) =>
        string.Join("; ", people?.AsArray().Select(person => (string?)person!["name"]) ?? []);

    private static string? Series(ManifestBook book) =>
        book.Series is null ? null : $"{book.Series} #{book.SeriesIndex}";

    private static string? Series(JsonNode? series) =>
        series?.AsArray() is [{ } first, ..] ? $"{(string?)first["name"]} #{(double?)first["number"]}" : null;

    private static string? Isbn(JsonNode? identifiers) =>
        identifiers
            ?.AsArray()
            .Where(identifier => (string?)identifier!["type"] == "isbn_13")
            .Select(identifier => (string?)identifier!["value"])
            .FirstOrDefault();

    private static async Task<string?> CoverAsync(
        MeasuredServer server,
        long bookId,
        CancellationToken cancellationToken
    ) =>
        await server.Api.GetBytesAsync($"/api/items/{bookId}/cover", cancellationToken) is { } picture
            ? Convert.ToHexStringLower(SHA256.HashData(picture))
            : null;
}
