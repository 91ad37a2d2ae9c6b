using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Testing.Books;

namespace Colophon.Bench.Make;

/// <summary>What the books of a made library really say: <c>{"items": {"books": [..]}}</c>, paths relative to the folder.</summary>
internal static class Manifest
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string PathIn(string folder) => Path.Combine(folder, "manifest.json");

    public static ManifestBook Entry(BookPlan book) =>
        new(
            Path.Combine("books", book.Folder, $"{BookPlan.FileName(book.Title)}.epub"),
            book.Title,
            [.. book.Credits.Select(credit => new ManifestCredit(credit.Name, credit.Role))],
            book.Series,
            book.Number,
            book.Published,
            book.Language,
            book.Isbn,
            book.Cover is { } cover ? new(Convert.ToHexStringLower(SHA256.HashData(cover))) : null
        );

    public static async Task WriteAsync(
        string folder,
        IEnumerable<ManifestBook> books,
        CancellationToken cancellationToken
    )
    {
        var document = new { items = new { books } };
        await using var file = File.Create(PathIn(folder));
        await JsonSerializer.SerializeAsync(file, document, Options, cancellationToken);
    }

    /// <summary>The items of the kinds (<c>books</c>, <c>movies</c>, ...) and the groups (<c>shows</c>, <c>albums</c>), as they are written.</summary>
    public static async Task<ILookup<string, JsonNode>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(PathIn(folder));
        var document = await JsonNode.ParseAsync(file, cancellationToken: cancellationToken);
        return new[] { document!["items"], document["groups"] }
            .OfType<JsonObject>()
            .SelectMany(lists => lists)
            .SelectMany(kind => kind.Value!.AsArray().Select(item => (Kind: kind.Key, Item: item!)))
            .ToLookup(entry => entry.Kind, entry => entry.Item, StringComparer.Ordinal);
    }
}

/// <summary>One book of a manifest, as it is written.</summary>
internal sealed record ManifestBook(
    string Path,
    string Title,
    IReadOnlyList<ManifestCredit> Creators,
    string? Series,
    double? SeriesIndex,
    string? Published,
    string? Language,
    string? Isbn13,
    ManifestCover? Cover
);

internal sealed record ManifestCredit(string Name, string Role);

internal sealed record ManifestCover(string Sha256);
