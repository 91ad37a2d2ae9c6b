using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>
/// Recognises a file by its content when it shows up at another path: rows of the library with the same size and quick
/// hash whose own path is gone under a believed root. Rows in the trash take part; empty files match nothing.
/// </summary>
public static class MovedFiles
{
    /// <summary>Best first: same file name, then same folder name, then the oldest row.</summary>
    public static IReadOnlyList<FileId> Find(DbConnection connection, Library library, FileRead file)
    {
        if (file.Size == 0)
            return [];
        var rows = connection.Rows(
            """
            select id, root_id, relative_path from files
            where library_id = @library and size = @size and quick_hash = @hash order by id limit 100
            """,
            row => new Row(row.GetInt64(0), row.GetInt64(1), row.GetString(2)),
            library.Id,
            file.Size,
            file.QuickHash
        );
        if (rows.Count == 0)
            return [];
        return
        [
            .. rows.Where(row => IsGone(library, row))
                .OrderBy(row => NameOf(row.RelativePath) == file.Name ? 0 : 1)
                .ThenBy(row => FolderNameOf(row.RelativePath) == FolderNameOf(file.RelativePath) ? 0 : 1)
                .ThenBy(row => row.Id)
                .Select(row => new FileId(row.Id)),
        ];
    }

    private static bool IsGone(Library library, Row row)
    {
        var root = library.Roots.FirstOrDefault(root => root.Id == row.RootId);
        return root is not null
            && FileProbe.Look(root.Absolute(row.RelativePath)).State == PathState.Missing
            && RootTrust.Judge(root.Path, knownMainFiles: 2).Belief == RootBelief.Believed;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string FolderNameOf(string path) => NameOf(FolderSight.ParentOf(path));

    private sealed record Row(long Id, long RootId, string RelativePath);
}
