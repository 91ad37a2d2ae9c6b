using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Server.Tests.Faults;

/// <summary>
/// All that two scans of one library must agree on, as the API tells it: the counters, and every book with its file and
/// its cover. Ids and times are left out, since they follow the order of arrival.
/// </summary>
internal sealed record CatalogState(IReadOnlyList<string> Counters, IReadOnlyList<string> Items)
{
    private const int PageSize = 200;

    private static readonly string[] OwnToARun =
    [
        "id",
        "created_at",
        "updated_at",
        "person_id",
        "series_id",
        "cover_url",
    ];

    private static readonly string[] Counted =
    [
        "status",
        "directories_found",
        "directories_ignored",
        "directories_unchanged",
        "directories_queued",
        "directories_total",
        "directories_scanned",
        "directories_failed",
        "items_found",
        "items_new",
        "items_updated",
        "items_missing",
        "assets_queued",
        "assets_cached",
        "assets_failed",
        "assets_by_type",
        "enrichment_queued",
        "errors_count",
    ];

    public static async Task<CatalogState> ReadAsync(ApiClient api, JsonNode scan, CancellationToken cancellationToken)
    {
        var counters = Counted.Select(counter => $"{counter} {scan[counter]?.ToJsonString()}").ToList();
        foreach (var list in new[] { "errors", "items" })
        {
            var answer = await api.GetAsync($"/api/scans/{(long)scan["id"]!}/{list}", cancellationToken);
            counters.Add($"{list} {answer["total"]}");
        }

        var books = await api.ListAsync("/api/books", "books", PageSize, cancellationToken);
        var items = new List<string>();
        foreach (var book in books)
            items.Add(await DescribeAsync(api, (long)book["id"]!, cancellationToken));
        items.Sort(StringComparer.Ordinal);
        return new(counters, items);
    }

    private static async Task<string> DescribeAsync(ApiClient api, long bookId, CancellationToken cancellationToken)
    {
        var book = await api.GetAsync($"/api/books/{bookId}", cancellationToken);
        var cover = await api.GetBytesAsync($"/api/items/{bookId}/cover", cancellationToken);
        StripOwn(book);
        return $"{book.ToJsonString()} cover {(cover is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(cover)))}";
    }

    private static void StripOwn(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Select(member => member.Key).Where(IsOwn).ToList())
                    members.Remove(name);
                foreach (var member in members)
                    StripOwn(member.Value);
                break;
            case JsonArray entries:
                foreach (var entry in entries)
                    StripOwn(entry);
                break;
        }
    }

    private static bool IsOwn(string name) =>
        OwnToARun.Contains(name) || name.EndsWith("_id", StringComparison.Ordinal);
}
