using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Publishing.Journal;
using Colophon.Server.Publishing.Plan;
using Colophon.Server.Sidecars;

namespace Colophon.Server.Publishing;

/// <summary>Reads items as they ought to stand beside their media. Looks at no disk.</summary>
internal sealed class PublishedItems(
    IDatabase database,
    IEnumerable<IPublishPlace> places,
    IEnumerable<ISidecarSource> sidecars
)
{
    private readonly Dictionary<string, IPublishPlace> byKind = places.ToDictionary(
        place => place.Kind,
        StringComparer.Ordinal
    );

    /// <summary>Whether there is something to publish of items of a kind.</summary>
    public bool Knows(string kind) => byKind.ContainsKey(kind);

    /// <summary>The kinds of items that something can be published of.</summary>
    public IReadOnlyList<string> Kinds { get; } = [.. places.Select(place => place.Kind).Order(StringComparer.Ordinal)];

    /// <summary>Ids of a library's items of these kinds in their order: those after an id.</summary>
    public Task<List<long>> AfterAsync(long libraryId, long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        $"select id from items where {OfLibrarySql} and id > @after order by id limit @limit",
                        row => row.GetInt64(0),
                        libraryId,
                        after,
                        limit
                    )
                ),
            cancellationToken
        );

    /// <summary>How many there are.</summary>
    public Task<long> CountAsync(long libraryId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        $"select count(*) from items where {OfLibrarySql}",
                        row => row.GetInt64(0),
                        libraryId
                    )[0]
                ),
            cancellationToken
        );

    /// <summary>Null when it is gone, or no program would take anything for its.</summary>
    public Task<PublishedItem?> LoadAsync(Library library, long itemId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => LoadAsync(connection, library, itemId), cancellationToken);

    /// <summary>The kinds are the program's own words.</summary>
    private string OfLibrarySql =>
        $"""
            library_id = @library and missing_since is null and excluded = 0
                and kind in ({string.Join(", ", Kinds.Select(kind => $"'{kind}'"))})
            """;

    private async Task<PublishedItem?> LoadAsync(DbConnection connection, Library library, long itemId)
    {
        if (library.Options.PublishedFor is not { } program || Find(connection, library.Id, itemId) is not { } item)
            return null;
        var files = FilesOf(connection, itemId);
        if (files.Count == 0 || !byKind.TryGetValue(item.Kind, out var source))
            return null;
        var (rootId, root) = (files[0].RootId, files[0].Root);
        var onDisk = new ItemOnDisk(
            item.IdentityKey,
            [.. files.Where(file => file.RootId == rootId).Select(file => file.OnDisk)],
            folder => HoldsOthers(connection, itemId, rootId, folder)
        );
        var place = source.Of(onDisk);
        var pictures = place is null
            ? []
            : PublishPlan.Of(
                program,
                place,
                PicturesInUse.Of(
                    CachedPictureRow.Of(connection, itemId),
                    item.CoverId,
                    PublishNames.MainType(place.Subject)
                )
            );
        var published = PublishChange
            .DoneOf(connection, itemId)
            .GroupBy(change => change.Path, StringComparer.Ordinal)
            .Select(changes => changes.Last())
            .Where(change => change.Action == PublishAction.Write)
            // The NFO is the library's own then, whatever the program reads.
            .Where(change => change.Content != PublishChange.Nfo || !library.Options.WriteSidecars)
            .ToDictionary(change => change.Path, StringComparer.Ordinal);
        var loaded = new PublishedItem(
            itemId,
            item.Kind,
            item.Title,
            connection.Rows(ItemStamp.Sql, ItemStamp.Of, itemId)[0],
            root,
            $"{root.TrimEnd('/')}/{files[0].OnDisk.Path}",
            pictures,
            PublishNames.ReadsNfos(program) ? await NfoAsync(connection, itemId, item.Kind) : null,
            new Dictionary<string, WrittenFile>(),
            published
        );
        return loaded with
        {
            Written = WrittenOf(
                connection,
                pictures.Select(planned => loaded.Absolute(planned.Path)).Append(loaded.Nfo?.Path)
            ),
        };
    }

    private async Task<SidecarFile?> NfoAsync(DbConnection connection, long itemId, string kind) =>
        sidecars.FirstOrDefault(source => source.Kinds.Contains(kind)) is { } source
            ? (await source.LoadAsync(connection, itemId))?.Files.SingleOrDefault()
            : null;

    private static ItemRow? Find(DbConnection connection, long libraryId, long itemId) =>
        connection
            .Rows(
                """
                select kind, title, identity_key, cover_asset_id from items
                where id = @id and library_id = @library and missing_since is null and excluded = 0
                """,
                row => new ItemRow(row.GetString(0), row.GetString(1), row.GetString(2), row.LongOrNull(3)),
                itemId,
                libraryId
            )
            .SingleOrDefault();

    /// <summary>In the order that tells which is the main one; of a container those of what lies in it.</summary>
    private static List<FileRow> FilesOf(DbConnection connection, long itemId) =>
        connection.Rows(
            $"""
            {ItemTree.With}
            select r.id, r.path, f.relative_path, u.relative_path
            from item_files l join files f on f.id = l.file_id join library_roots r on r.id = f.root_id join units u on u.id = f.unit_id
            where l.item_id in (select id from inside) and l.role in ('{FileRoles.Main}', '{FileRoles.Part}') and f.missing_since is null
            order by case l.role when '{FileRoles.Main}' then 0 else 1 end, l.position, f.relative_path
            """,
            row => new FileRow(row.GetInt64(0), row.GetString(1), new FileOnDisk(row.GetString(2), row.GetString(3))),
            itemId
        );

    /// <summary>"0" follows "/": all paths that begin with the folder.</summary>
    private static bool HoldsOthers(DbConnection connection, long itemId, long rootId, string folder) =>
        connection
            .Rows(
                $"""
                {ItemTree.With}
                select l.item_id from files f join item_files l on l.file_id = f.id
                where f.root_id = @root and f.relative_path >= @from and f.relative_path < @to and f.missing_since is null
                    and l.item_id not in (select id from inside)
                limit 1
                """,
                row => row.GetInt64(0),
                itemId,
                rootId,
                folder + "/",
                folder + "0"
            )
            .Count > 0;

    private static Dictionary<string, WrittenFile> WrittenOf(DbConnection connection, IEnumerable<string?> paths) =>
        paths
            .OfType<string>()
            .SelectMany(path =>
                connection.Rows(
                    "select path, size, mtime_ns, sha256 from written_files where path = @path",
                    row => new WrittenFile(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3)),
                    path
                )
            )
            .ToDictionary(file => file.Path, StringComparer.Ordinal);

    private sealed record ItemRow(string Kind, string Title, string IdentityKey, long? CoverId);

    private sealed record FileRow(long RootId, string Root, FileOnDisk OnDisk);
}
