using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>Reads the items of a kind with all that is compared of them.</summary>
internal sealed class CatalogReader(ApiClient api)
{
    private const int PageSize = 200;

    /// <summary>By what <see cref="MeasuredKind.Said"/> says of their entries, below the library.</summary>
    /// <param name="library">The folder of the made library.</param>
    public async Task<IReadOnlyDictionary<string, CatalogItem>> ReadAsync(
        MeasuredKind kind,
        long libraryId,
        string library,
        CancellationToken cancellationToken
    )
    {
        var path = $"/api/{kind.List}?library_id={libraryId}";
        var items = new Dictionary<string, CatalogItem>(StringComparer.Ordinal);
        foreach (var listed in await api.ListAsync(path, kind.List, PageSize, cancellationToken))
        {
            var shown = await api.GetAsync($"/api/{kind.List}/{listed["id"]}", cancellationToken);
            var item = await WithAllAsync(shown, kind, cancellationToken);
            if (kind.Found is { } key)
                items[key(shown)] = item;
            else
                foreach (var file in shown["files"]!.AsArray())
                    items[Path.GetRelativePath(library, (string)file!["filepath"]!)] = item with { File = file };
        }
        return items;
    }

    private async Task<CatalogItem> WithAllAsync(JsonNode shown, MeasuredKind kind, CancellationToken cancellationToken)
    {
        var related = new List<CatalogItem>();
        if (kind.Related?.Invoke(shown) is { } place)
        {
            var answer = await api.GetAsync(place.Path, cancellationToken);
            foreach (var other in place.List is { } list ? answer[list]!.AsArray().ToList() : [answer])
                related.Add(await WithPicturesAsync(other!, [], cancellationToken));
        }
        return await WithPicturesAsync(shown, related, cancellationToken);
    }

    private async Task<CatalogItem> WithPicturesAsync(
        JsonNode shown,
        IReadOnlyList<CatalogItem> related,
        CancellationToken cancellationToken
    )
    {
        var assets = await api.GetAsync($"/api/items/{shown["id"]}/assets", cancellationToken);
        var cover = await api.GetBytesAsync($"/api/items/{shown["id"]}/cover", cancellationToken);
        return new(
            shown,
            shown["files"]?.AsArray() is [{ } first, ..] ? first : new JsonObject(),
            assets["assets"]!,
            cover is null ? null : Convert.ToHexStringLower(SHA256.HashData(cover)),
            related
        );
    }
}
