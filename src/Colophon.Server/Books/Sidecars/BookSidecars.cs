using System.Collections.Frozen;
using System.Data.Common;
using Colophon.Formats.Sidecar;
using Colophon.Server.Metadata;
using Colophon.Server.Sidecars;
using Dapper;

namespace Colophon.Server.Books.Sidecars;

/// <summary>The sidecars of a book as they ought to stand: where, and what is in them.</summary>
internal sealed class BookSidecars : ISidecarSource
{
    public IReadOnlySet<string> Kinds { get; } = FrozenSet.Create(Catalog.ItemKinds.Book);

    public async Task<SidecarContent?> LoadAsync(DbConnection connection, long itemId)
    {
        var item = await connection.QuerySingleOrDefaultAsync<ItemRow>(
            """
            select i.kind, i.metadata, i.sources, i.locks, i.revision, u.relative_path as UnitPath,
                (select count(*) from items o where o.unit_id = i.unit_id
                    and (o.missing_since is null or not exists (select 1 from item_files p where p.item_id = o.id))) as BooksInUnit
            from items i left join units u on u.id = i.unit_id where i.id = @itemId and i.missing_since is null
            """,
            new { itemId }
        );
        if (item is null)
            return null;
        var files = (
            await connection.QueryAsync<FileRow>(
                """
                select f.id, r.path as Root, f.relative_path as Path, f.name, f.metadata, f.sources, f.locks, x.assigned_by as AssignedBy
                from item_files x join files f on f.id = x.file_id join library_roots r on r.id = f.root_id
                where x.item_id = @itemId and f.missing_since is null order by x.position, f.relative_path
                """,
                new { itemId }
            )
        ).AsList();
        if (files.Count == 0)
            return null;
        var covers = (
            await connection.QueryAsync<CoverRow>(
                """
                select file_id as FileId, source, origin from assets
                where item_id = @itemId and selected = 1 and type in ('cover', 'poster') order by id
                """,
                new { itemId }
            )
        ).AsList();
        return Make(item, files, covers);
    }

    private static SidecarContent Make(ItemRow item, List<FileRow> files, List<CoverRow> covers)
    {
        var written = files.ConvertAll(file => OfFile(item.Kind, file, covers));
        // A book that a person put together of files is none that a reading of their folders finds again.
        if (files.Find(file => file.AssignedBy == Catalog.AssignedBy.Scan) is { } first)
            written.Insert(0, OfBook(item, files, first, covers));
        return new SidecarContent(
            files[0].Root,
            item.Revision,
            [.. written.Select(file => new SidecarFile(file.Path, _ => file.Bytes))]
        );
    }

    private static (string Path, byte[] Bytes) OfBook(
        ItemRow item,
        List<FileRow> files,
        FileRow first,
        List<CoverRow> covers
    )
    {
        var folder = SidecarNames.OwnFolder(item.UnitPath ?? "", first.Path, item.BooksInUnit);
        var book = SidecarNames.OfBook(folder, [.. files.Select(file => file.Name)], first.Name);
        var place = $"{first.Root.TrimEnd('/')}/{folder ?? SidecarNames.FolderOf(first.Path)}".TrimEnd('/');
        var chosen = covers.Find(cover => cover.FileId is null) ?? covers.FirstOrDefault();
        return (
            $"{place}/{book}",
            Bytes(SidecarSubject.Item, item.Kind, item.Metadata, item.Sources, item.Locks, chosen)
        );
    }

    private static (string Path, byte[] Bytes) OfFile(string kind, FileRow file, List<CoverRow> covers)
    {
        var path = $"{file.Root.TrimEnd('/')}/{SidecarNames.FolderOf(file.Path)}".TrimEnd('/');
        var cover = covers.Find(cover => cover.FileId == file.Id);
        return (
            $"{path}/{SidecarNames.OfFile(file.Name)}",
            Bytes(SidecarSubject.File, kind, file.Metadata, file.Sources, file.Locks, cover)
        );
    }

    private static byte[] Bytes(
        SidecarSubject subject,
        string kind,
        string metadata,
        string sources,
        string locks,
        CoverRow? cover
    )
    {
        var shown = Merged.Parse(metadata, sources);
        var level = subject == SidecarSubject.Item ? FieldLevel.Item : FieldLevel.File;
        return SidecarWriter.Write(
            new SidecarDocument(
                subject,
                SidecarHand.Colophon,
                [
                    .. Fields
                        .For(kind, level)
                        .Where(field => shown.Sources.ContainsKey(field.Name))
                        .Select(field => new SidecarField(
                            field.Name,
                            FieldJson.ToElement(shown.Values.GetValueOrDefault(field.Name)),
                            shown.Sources[field.Name]
                        )),
                ],
                [
                    .. FieldLocks
                        .Parse(locks)
                        .Select(held => new SidecarField(
                            held.Key,
                            FieldJson.ToElement(held.Value.Value),
                            held.Value.Source
                        )),
                ],
                cover is null ? null : new SidecarCover(cover.Source, cover.Origin)
            )
        );
    }

    private sealed record ItemRow(
        string Kind,
        string Metadata,
        string Sources,
        string Locks,
        long Revision,
        string? UnitPath,
        long BooksInUnit
    );

    private sealed record FileRow(
        long Id,
        string Root,
        string Path,
        string Name,
        string Metadata,
        string Sources,
        string Locks,
        string AssignedBy
    );

    private sealed record CoverRow(long? FileId, string Source, string Origin);
}
