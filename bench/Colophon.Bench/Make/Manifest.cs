using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Testing.Books;

namespace Colophon.Bench.Make;

/// <summary>
/// What the things of a made library really say: <c>{"counts": {..}, "groups": {"shows": [..]}, "items": {"books": [..]}}</c>,
/// paths relative to the folder.
/// </summary>
internal static class Manifest
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

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
            book.Cover is { } cover ? new(Pictures.Sha256(cover)) : null
        );

    public static async Task WriteAsync(string folder, ManifestDocument document, CancellationToken cancellationToken)
    {
        await using var file = File.Create(PathIn(folder));
        await JsonSerializer.SerializeAsync(file, document, Options, cancellationToken);
    }

    /// <summary>Whether a library with just these contents was made to its end.</summary>
    public static async Task<bool> TellsOfAsync(
        string folder,
        LibraryContents contents,
        CancellationToken cancellationToken
    )
    {
        if (!new FileInfo(PathIn(folder)).Exists)
            return false;
        var counts = (await DocumentAsync(folder, cancellationToken))["counts"];
        return counts.Deserialize<LibraryContents>(Options) == contents;
    }

    /// <summary>
    /// The items of the kinds (<c>books</c>, <c>movies</c>, ...) and the groups (<c>shows</c>, <c>albums</c>), as they are
    /// written.
    /// </summary>
    public static async Task<ILookup<string, JsonNode>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var document = await DocumentAsync(folder, cancellationToken);
        return new[] { document["items"], document["groups"] }
            .OfType<JsonObject>()
            .SelectMany(lists => lists)
            .SelectMany(kind => kind.Value!.AsArray().Select(item => (Kind: kind.Key, Item: item!)))
            .ToLookup(entry => entry.Kind, entry => entry.Item, StringComparer.Ordinal);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "manifest.json");

    private static async Task<JsonNode> DocumentAsync(string folder, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(PathIn(folder));
        return (await JsonNode.ParseAsync(file, cancellationToken: cancellationToken))!;
    }
}
