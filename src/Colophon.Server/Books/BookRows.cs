using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books;

/// <summary>Reads books for the pages, one query a table.</summary>
internal static class BookRows
{
    /// <summary>Null when it is not there or waits in the trash.</summary>
    public static async Task<BookDetail?> FindAsync(DbConnection connection, long id)
    {
        var found = await LoadAsync(connection, [id]);
        return found is [{ MissingSince: null } book]
            ? BookDetail.Of(book, await FileRows.OfBookAsync(connection, id))
            : null;
    }

    /// <summary>The books in the order of the ids.</summary>
    public static async Task<IReadOnlyList<BookShown>> LoadAsync(DbConnection connection, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await ItemParts.ItemsAsync(connection, ids, ItemKinds.Book);
        var people = await ItemParts.PeopleAsync(connection, ids);
        var series = await ItemParts.SeriesAsync(connection, ids);
        var terms = await ItemParts.TermsAsync(connection, ids);
        var files = await ItemParts.FilesAsync(connection, ids);
        var byId = rows.ToDictionary(row => row.Id);
        return
        [
            .. ids.Where(byId.ContainsKey)
                .Select(id => Shown(byId[id], [.. people[id]], [.. series[id]], [.. terms[id]], [.. files[id]])),
        ];
    }

    private static BookShown Shown(
        ShownItemRow row,
        IReadOnlyList<ShownPersonRow> people,
        IReadOnlyList<SeriesShown> series,
        IReadOnlyList<ShownTermRow> terms,
        IReadOnlyList<ItemFileShown> files
    )
    {
        var shown = row.Shown;
        return new BookShown(
            row.Id,
            row.LibraryId,
            row.Title,
            shown.Text(Fields.SortTitle) ?? row.Title,
            shown.Text(Fields.Subtitle),
            shown.Text(Fields.Description),
            [.. people.Where(person => person.IsAuthor).Select(person => person.ToCredit())],
            [.. people.Where(person => !person.IsAuthor).Select(person => person.ToCredit())],
            series,
            terms.Named(TermTypes.Genre),
            terms.Named(TermTypes.Tag),
            files,
            row.CoverUrl,
            shown.Sources,
            row.LockedFields,
            row.State,
            ShownTime.Of(row.MissingSince),
            ShownTime.Of(row.AddedAt),
            ShownTime.Of(row.UpdatedAt),
            row.Revision
        );
    }
}
