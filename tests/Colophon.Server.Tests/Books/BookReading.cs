using System.Text.Json.Nodes;
using Colophon.Server.Tests.Scanning;

namespace Colophon.Server.Tests.Books;

/// <summary>What tests of books read from the answers.</summary>
internal static class BookReading
{
    /// <summary>Of all its books, in the order of their titles.</summary>
    public static async Task<IReadOnlyList<long>> IdsAsync(this LibraryOnDisk library, string more = "") =>
        [.. (await library.BooksAsync(more)).Select(book => (long)book!["id"]!)];

    /// <summary>What changed a book, the last change first.</summary>
    public static async Task<JsonArray> HistoryAsync(this ColophonServer server, JsonNode id) =>
        (await server.Admin.GetAsync($"/api/items/{id}/history"))["changes"]!.AsArray();

    public static IReadOnlyList<string?> FileNames(this JsonNode book) =>
        [.. book["files"]!.AsArray().Select(file => Path.GetFileName(file!["filepath"].Text()))];

    /// <summary>The id of its only file of a format.</summary>
    public static long FileOf(this JsonNode book, string format) =>
        (long)book["files"]!.AsArray().Single(file => file!["file_type"].Text() == format)!["id"]!;
}
