using System.Data.Common;
using System.Text.Json;
using Colophon.Formats;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Dapper;

namespace Colophon.Server.Books;

/// <summary>Reads files of books for the pages.</summary>
internal static class FileRows
{
    private const string Select = """
        select f.id, l.item_id as BookId, f.library_id as LibraryId, r.path || '/' || f.relative_path as Path, f.format, f.size, l.role,
            f.metadata, f.sources, f.locks, f.duration, f.page_count as PageCount, f.cover_asset_id as CoverAssetId, i.revision,
            f.findings, f.missing_since as MissingSince, f.created_at as CreatedAt, f.updated_at as UpdatedAt
        from item_files l join files f on f.id = l.file_id join library_roots r on r.id = f.root_id join items i on i.id = l.item_id
        """;

    public static Task<IReadOnlyList<FileDetail>> OfBookAsync(DbConnection connection, long bookId) =>
        LoadAsync(
            connection,
            $"{Select} where l.item_id = @id and {BookRows.ShownFiles} order by l.position, f.relative_path",
            bookId
        );

    public static async Task<FileDetail?> FindAsync(DbConnection connection, long fileId)
    {
        var found = await LoadAsync(
            connection,
            $"{Select} where f.id = @id and i.kind = 'book' and i.missing_since is null and f.missing_since is null",
            fileId
        );
        return found.Count == 0 ? null : found[0];
    }

    private static async Task<IReadOnlyList<FileDetail>> LoadAsync(DbConnection connection, string sql, long id)
    {
        var rows = (await connection.QueryAsync<Row>(sql, new { id })).AsList();
        var narrators = await connection.QueryAsync<NarratorRow>(
            """
            select l.file_id as FileId, l.person_id as PersonId, p.name from item_people l join people p on p.id = l.person_id
            where l.file_id in @ids and l.role = 'narrator' order by l.file_id, l.position
            """,
            new { ids = rows.ConvertAll(row => row.Id) }
        );
        var byFile = narrators.ToLookup(row => row.FileId);
        return
        [
            .. rows.Select(row =>
                Shown(row, [.. byFile[row.Id].Select(person => new NarratorShown(person.PersonId, person.Name))])
            ),
        ];
    }

    private static FileDetail Shown(Row row, IReadOnlyList<NarratorShown> narrators)
    {
        var shown = Merged.Parse(row.Metadata, row.Sources);
        var findings = JsonSerializer.Deserialize<List<Finding>>(row.Findings, JobJson.Options) ?? [];
        var fatal = findings.Find(finding => finding.Severity == FindingSeverity.Fatal);
        return new FileDetail(
            row.Id,
            row.BookId,
            row.LibraryId,
            row.Path,
            row.Format,
            row.Size,
            row.Role,
            shown.Text(Fields.Name),
            narrators,
            shown.Text(Fields.Publisher),
            shown.Text(Fields.Imprint),
            (shown.Values.GetValueOrDefault(Fields.ReleaseDate) as DateValue)?.Date,
            shown.Text(Fields.Language),
            shown.Values.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers
                ? [.. identifiers.Entries.Select(identifier => new IdentifierShown(identifier.Type, identifier.Value))]
                : [],
            shown.Values.GetValueOrDefault(Fields.Chapters) is ChaptersValue chapters
                ? [.. chapters.Entries.Select(ChapterShown.Of)]
                : [],
            row.Duration,
            row.PageCount,
            BookRows.CoverUrl(row.BookId, row.CoverAssetId, row.Revision),
            shown.Sources,
            [.. FieldLocks.Parse(row.Locks).Keys],
            fatal is null ? null : new FindingShown(fatal.Code, fatal.Message),
            [
                .. findings
                    .Where(finding => finding != fatal)
                    .Select(finding => new FindingShown(finding.Code, finding.Message)),
            ],
            BookRows.Time(row.MissingSince),
            BookRows.Time(row.CreatedAt)!.Value,
            BookRows.Time(row.UpdatedAt)!.Value,
            row.Revision
        );
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public long BookId { get; init; }

        public long LibraryId { get; init; }

        public string Path { get; init; } = "";

        public string Format { get; init; } = "";

        public long Size { get; init; }

        public string Role { get; init; } = "";

        public string Metadata { get; init; } = "";

        public string Sources { get; init; } = "";

        public string Locks { get; init; } = "";

        public double? Duration { get; init; }

        public long? PageCount { get; init; }

        public long? CoverAssetId { get; init; }

        public long Revision { get; init; }

        public string Findings { get; init; } = "";

        public long? MissingSince { get; init; }

        public long CreatedAt { get; init; }

        public long UpdatedAt { get; init; }
    }

    private sealed record NarratorRow(long FileId, long PersonId, string Name);
}
