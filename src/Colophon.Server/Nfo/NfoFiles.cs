using System.Collections.Frozen;
using System.Data.Common;
using Colophon.Formats.Nfo;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Sidecars;
using Dapper;

namespace Colophon.Server.Nfo;

/// <summary>Where the NFO of an item stands, by its kind.</summary>
public interface INfoPlace
{
    string Kind { get; }

    /// <summary>Its path below the root; null when there is no place for one.</summary>
    /// <param name="file">The first file of the item, or of what lies in it, below the root.</param>
    string? PathOf(string file);
}

/// <summary>The NFOs of films, shows and music: one that is there is changed where it says otherwise, and nowhere else.</summary>
internal sealed class NfoFiles(IEnumerable<INfoPlace> places) : ISidecarSource
{
    private static readonly Dictionary<string, NfoKind> NfoKinds = new(StringComparer.Ordinal)
    {
        [ItemKinds.Movie] = NfoKind.Movie,
        [ItemKinds.Show] = NfoKind.Show,
        [ItemKinds.Season] = NfoKind.Season,
        [ItemKinds.Episode] = NfoKind.Episode,
        [ItemKinds.Artist] = NfoKind.Artist,
        [ItemKinds.Album] = NfoKind.Album,
    };

    public IReadOnlySet<string> Kinds { get; } = NfoKinds.Keys.ToFrozenSet(StringComparer.Ordinal);

    public async Task<SidecarContent?> LoadAsync(DbConnection connection, long itemId)
    {
        var item = await connection.QuerySingleOrDefaultAsync<ItemRow>(
            "select kind, metadata, sources, revision from items where id = @itemId and missing_since is null",
            new { itemId }
        );
        var file = await connection.QueryFirstOrDefaultAsync<FileRow>(
            $"""
            {ItemTree.With}
            select r.path as Root, f.relative_path as Path
            from item_files l join files f on f.id = l.file_id join library_roots r on r.id = f.root_id
            where l.item_id in (select id from inside) and f.missing_since is null
            order by case l.role when 'main' then 0 when 'part' then 1 else 2 end, l.position, f.relative_path limit 1
            """,
            new { id = itemId }
        );
        if (item is null || file is null || await PathAsync(connection, itemId, item.Kind, file.Path) is not { } path)
            return null;
        var shown = Merged.Parse(item.Metadata, item.Sources);
        return new SidecarContent(
            file.Root,
            item.Revision,
            [
                new SidecarFile($"{file.Root.TrimEnd('/')}/{path}", there => Make(there, item.Kind, shown))
                {
                    IsOthersUntilChanged = true,
                },
            ]
        );
    }

    /// <summary>The one that was read; else where its kind has it.</summary>
    private async Task<string?> PathAsync(DbConnection connection, long itemId, string kind, string file)
    {
        var origin = await connection.QueryFirstOrDefaultAsync<string>(
            """
            select origin from evidence where item_id = @itemId and file_id is null and source = 'sidecar' and origin like 'nfo:%'
            order by origin
            """,
            new { itemId }
        );
        if (origin is null || IsAnothers(origin, kind))
            return places.FirstOrDefault(place => place.Kind == kind)?.PathOf(file);
        var name = origin["nfo:".Length..];
        var slash = file.LastIndexOf('/');
        return ItemKinds.IsContainer(kind) || slash < 0 ? name : $"{file[..slash]}/{name}";
    }

    /// <summary>A show's NFO names its seasons.</summary>
    private static bool IsAnothers(string origin, string kind) =>
        kind == ItemKinds.Season && origin.EndsWith("/tvshow.nfo", StringComparison.OrdinalIgnoreCase);

    private static byte[]? Make(byte[]? there, string kind, Merged shown)
    {
        var nfo = NfoKinds[kind];
        var items = there is null ? [] : NfoReader.Read(there, CancellationToken.None).Value?.Items ?? [];
        var own = items.Where(item => item.Kind == nfo).ToList();
        // One item is shown of several roots: which of them a change is meant for cannot be said.
        if (own.Count > 1)
            return there;
        var before = own.Count == 1 ? own[0] : new NfoItem(nfo);
        var after = NfoChanges.Apply(before, kind, shown);
        return after == before && there is not null ? there : NfoWriter.Write(there, [after]);
    }

    private sealed record ItemRow(string Kind, string Metadata, string Sources, long Revision);

    private sealed record FileRow(string Root, string Path);
}
