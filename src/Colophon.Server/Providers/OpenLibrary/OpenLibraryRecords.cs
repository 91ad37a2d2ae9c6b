using System.Text.Json;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>What Open Library keeps of a book: an edition with its work, or a work alone. What there is not is Undefined.</summary>
internal sealed record OpenLibraryRecords(JsonElement Edition, JsonElement Work)
{
    private const int MostMoves = 3;

    /// <summary>By which the book goes now; null when there is no such book.</summary>
    public string? Id => OpenLibraryIds.Of(Edition.Text("key")) ?? OpenLibraryIds.Of(Work.Text("key"));

    public static async Task<OpenLibraryRecords> ReadAsync(
        ProviderSession session,
        string wanted,
        CancellationToken cancellationToken
    )
    {
        if (OpenLibraryIds.Of(wanted) is not { } id)
            return new OpenLibraryRecords(default, default);
        var record = await GetAsync(session, OpenLibraryIds.Path(id), cancellationToken);
        if (!OpenLibraryIds.IsEdition(id))
            return new OpenLibraryRecords(default, record);
        var work = record.List("works").Select(work => OpenLibraryIds.Of(work.Text("key"))).FirstOrDefault();
        return new OpenLibraryRecords(
            record,
            work is null ? default : await GetAsync(session, OpenLibraryIds.Path(work), cancellationToken)
        );
    }

    /// <summary>
    /// A record, or Undefined. What was merged into another stays as a record that names the other (<c>/type/redirect</c>).
    /// </summary>
    /// <param name="path">Without <c>.json</c>.</param>
    public static async Task<JsonElement> GetAsync(
        ProviderSession session,
        string path,
        CancellationToken cancellationToken
    )
    {
        for (var moves = 0; moves <= MostMoves; moves++)
        {
            var record = await session.GetAsync(new ProviderRequest($"{path}.json"), cancellationToken) ?? default;
            if (record.At("type").Text("key") != "/type/redirect")
                return record.At("type").Text("key") == "/type/delete" ? default : record;
            var target = record.Text("location");
            if ((OpenLibraryIds.Of(target) ?? OpenLibraryIds.OfAuthor(target)) is not { } id)
                return default;
            path = OpenLibraryIds.Path(id);
        }
        return default;
    }
}
