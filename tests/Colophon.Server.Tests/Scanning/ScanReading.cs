using System.Text.Json.Nodes;

namespace Colophon.Server.Tests.Scanning;

/// <summary>What tests of scans read from the answers.</summary>
internal static class ScanReading
{
    public static string? Status(this JsonNode job) => (string?)job["status"];

    public static string? Text(this JsonNode? value) => (string?)value;

    public static IReadOnlyList<long> Numbers(this JsonNode row, params string[] names) =>
        [.. names.Select(name => (long)row[name]!)];

    public static async Task<JsonNode> LastScanAsync(this LibraryOnDisk library) =>
        (await library.Server.Admin.GetAsync($"/api/scans?library_id={library.Id}&limit=1"))["scans"]![0]!;

    public static async Task<JsonArray> BooksAsync(this LibraryOnDisk library, string more = "") =>
        (await library.Server.Admin.GetAsync($"/api/books?library_id={library.Id}{more}"))["books"]!.AsArray();

    public static async Task<JsonNode> OnlyBookAsync(this LibraryOnDisk library)
    {
        var books = await library.BooksAsync();
        books.Count.ShouldBe(1);
        return await library.Server.Admin.GetAsync($"/api/books/{books[0]!["id"]}");
    }

    public static async Task<IReadOnlyList<string?>> TitlesAsync(this LibraryOnDisk library, string more = "") =>
        [.. (await library.BooksAsync(more)).Select(book => book!["title"].Text())];
}
