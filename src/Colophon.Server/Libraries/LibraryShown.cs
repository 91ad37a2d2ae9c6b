using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Colophon.Server.Catalog;
using Dapper;

namespace Colophon.Server.Libraries;

/// <summary>A library as the API shows it.</summary>
public sealed record LibraryShown(
    long Id,
    string Name,
    [property: AllowedValues(LibraryTypes.Book, LibraryTypes.Movie, LibraryTypes.Tv, LibraryTypes.Music)] string Type,
    IReadOnlyList<string> Paths,
    IReadOnlyList<RootShown> Roots,
    LibraryOptions Options,
    LibraryCounts Counts,
    LastScan? LastScan,
    DateTime CreatedAt,
    DateTime UpdatedAt
)
{
    public static async Task<IReadOnlyList<LibraryShown>> LoadAsync(DbConnection connection, long? id)
    {
        IReadOnlyList<Library> libraries;
        if (id is { } wanted)
            libraries = await Library.FindAsync(connection, wanted) is { } library ? [library] : [];
        else
            libraries = await Library.AllAsync(connection);
        var shown = new List<LibraryShown>(libraries.Count);
        foreach (var library in libraries)
            shown.Add(
                Of(library, await CountAsync(connection, library.Id), await LastScanAsync(connection, library.Id))
            );
        return shown;
    }

    private static LibraryShown Of(Library library, LibraryCounts counts, LastScan? lastScan) =>
        new(
            library.Id,
            library.Name,
            library.Type,
            [.. library.Roots.Select(root => root.Path)],
            [
                .. library.Roots.Select(root => new RootShown(
                    root.Id,
                    root.Path,
                    root.Presence == RootPresence.Available,
                    root.LastSeenAt?.UtcDateTime
                )),
            ],
            library.Options,
            counts,
            lastScan,
            library.CreatedAt.UtcDateTime,
            library.UpdatedAt.UtcDateTime
        );

    private static Task<LibraryCounts> CountAsync(DbConnection connection, long id) =>
        connection.QuerySingleAsync<LibraryCounts>(
            $"""
            select
                (select count(*) from items where library_id = @id and {ItemKinds.CountedSql} and missing_since is null) as Items,
                (select count(*) from files where library_id = @id and missing_since is null) as Files,
                (select count(*) from items where library_id = @id and {ItemKinds.CountedSql} and missing_since is not null) as Missing
            """,
            new { id }
        );

    private static async Task<LastScan?> LastScanAsync(DbConnection connection, long id)
    {
        var row = await connection.QueryFirstOrDefaultAsync<ScanRow>(
            """
            select id, job_id as JobId, status, started_at as StartedAt, completed_at as CompletedAt, errors_count as ErrorsCount
            from scans where library_id = @id order by id desc limit 1
            """,
            new { id }
        );
        return row is null
            ? null
            : new LastScan(
                row.Id,
                row.JobId,
                row.Status,
                Time(row.StartedAt)!.Value,
                Time(row.CompletedAt),
                row.ErrorsCount
            );
    }

    private static DateTime? Time(long? millis) =>
        millis is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime : null;

    private sealed record ScanRow(
        long Id,
        long JobId,
        string Status,
        long StartedAt,
        long? CompletedAt,
        long ErrorsCount
    );
}

public sealed record RootShown(long Id, string Path, bool Available, DateTime? LastSeenAt);

public sealed record LibraryCounts(long Items, long Files, long Missing);

public sealed record LastScan(
    long Id,
    long JobId,
    string Status,
    DateTime StartedAt,
    DateTime? CompletedAt,
    long ErrorsCount
);
