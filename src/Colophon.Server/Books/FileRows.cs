using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Books;

/// <summary>Reads files of books for the pages.</summary>
internal static class FileRows
{
    public static async Task<IReadOnlyList<FileDetail>> OfBookAsync(DbConnection connection, long bookId) =>
        await ShownAsync(connection, await FileParts.OfItemAsync(connection, bookId));

    public static async Task<FileDetail?> FindAsync(DbConnection connection, long fileId) =>
        await FileParts.FindAsync(connection, fileId, ItemKinds.Book) is { } row
            ? (await ShownAsync(connection, [row]))[0]
            : null;

    private static async Task<IReadOnlyList<FileDetail>> ShownAsync(
        DbConnection connection,
        IReadOnlyList<ShownFileRow> rows
    )
    {
        var narrators = await connection.QueryAsync<NarratorRow>(
            """
            select l.file_id as FileId, l.person_id as PersonId, p.name from item_people l join people p on p.id = l.person_id
            where l.file_id in @ids and l.role = 'narrator' order by l.file_id, l.position
            """,
            new { ids = rows.Select(row => row.Id) }
        );
        var byFile = narrators.ToLookup(row => row.FileId);
        return
        [
            .. rows.Select(row =>
                Shown(row, [.. byFile[row.Id].Select(person => new NarratorShown(person.PersonId, person.Name))])
            ),
        ];
    }

    private static FileDetail Shown(ShownFileRow row, IReadOnlyList<NarratorShown> narrators)
    {
        var shown = row.Shown;
        var (error, warnings) = row.Told();
        return new FileDetail(
            row.Id,
            row.ItemId,
            row.LibraryId,
            row.Path,
            row.Format,
            row.Size,
            row.Role,
            shown.Text(Fields.Name),
            narrators,
            shown.Text(Fields.Publisher),
            shown.Text(Fields.Imprint),
            shown.Date(Fields.ReleaseDate),
            shown.Text(Fields.Language),
            IdentifierShown.Of(shown),
            ChapterShown.Of(shown),
            row.Duration,
            row.PageCount,
            row.CoverUrl,
            shown.Sources,
            row.LockedFields,
            error,
            warnings,
            ShownTime.Of(row.MissingSince),
            ShownTime.Of(row.CreatedAt),
            ShownTime.Of(row.UpdatedAt),
            row.Revision
        );
    }

    private sealed record NarratorRow(long FileId, long PersonId, string Name);
}
