using System.Data.Common;
using Dapper;

namespace Colophon.Server.Libraries;

/// <summary>A library with its roots, as scans and pages need it.</summary>
public sealed record Library(
    long Id,
    string Name,
    string Type,
    LibraryOptions Options,
    IReadOnlyList<LibraryRoot> Roots,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    /// <summary>The library, or null when there is none or it is deleted.</summary>
    public static async Task<Library?> FindAsync(DbConnection connection, long id, DbTransaction? transaction = null)
    {
        var found = await ListAsync(connection, id, transaction);
        return found.Count == 0 ? null : found[0];
    }

    public static Task<IReadOnlyList<Library>> AllAsync(DbConnection connection, DbTransaction? transaction = null) =>
        ListAsync(connection, null, transaction);

    private static async Task<IReadOnlyList<Library>> ListAsync(
        DbConnection connection,
        long? id,
        DbTransaction? transaction
    )
    {
        var rows = await connection.QueryAsync<Row>(
            """
            select id, name, type, options, created_at as CreatedAt, updated_at as UpdatedAt from libraries
            where deleted_at is null and (@id is null or id = @id) order by name, id
            """,
            new { id },
            transaction
        );
        var roots = await connection.QueryAsync<RootRow>(
            """
            select id, library_id as LibraryId, path, available, last_seen_at as LastSeenAt from library_roots
            where @id is null or library_id = @id order by id
            """,
            new { id },
            transaction
        );
        var byLibrary = roots.ToLookup(root => root.LibraryId);
        return
        [
            .. rows.Select(row => new Library(
                row.Id,
                row.Name,
                row.Type,
                LibraryOptions.Parse(row.Options),
                [.. byLibrary[row.Id].Select(LibraryRoot.From)],
                DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
                DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt)
            )),
        ];
    }

    /// <summary>The root that holds an absolute path, and the path below it; null when none does.</summary>
    public (LibraryRoot Root, string RelativePath)? Locate(string absolutePath)
    {
        foreach (var root in Roots)
        {
            if (absolutePath == root.Path)
                return (root, "");
            var folder = root.Path.TrimEnd('/') + "/";
            if (absolutePath.StartsWith(folder, StringComparison.Ordinal))
                return (root, absolutePath[folder.Length..]);
        }
        return null;
    }

    private sealed record Row(long Id, string Name, string Type, string Options, long CreatedAt, long UpdatedAt);

    internal sealed record RootRow(long Id, long LibraryId, string Path, long Available, long? LastSeenAt);
}

public sealed record LibraryRoot(long Id, string Path, RootPresence Presence, DateTimeOffset? LastSeenAt)
{
    /// <summary>The absolute path of what lies at a relative one.</summary>
    public string Absolute(string relativePath) =>
        relativePath.Length == 0 ? Path : Path.TrimEnd('/') + "/" + relativePath;

    internal static LibraryRoot From(Library.RootRow row) =>
        new(
            row.Id,
            row.Path,
            row.Available != 0 ? RootPresence.Available : RootPresence.Unavailable,
            row.LastSeenAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null
        );
}

/// <summary>Whether a root could be read when it was last looked at.</summary>
public enum RootPresence
{
    Available,
    Unavailable,
}
