using System.Data.Common;
using Colophon.Formats.Hashing;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Catalog;

/// <summary>A file that Colophon wrote beside media.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sha256">64 hex digits.</param>
public sealed record WrittenFile(string Path, long Size, long ModifiedNs, string Sha256);

/// <summary>
/// Which files in some folders Colophon wrote itself. As it left them they are invisible to a scan: in no fingerprint, and
/// nobody's evidence. Holds two numbers a file, so that a library of a hundred thousand costs a few megabytes.
/// </summary>
public sealed class WrittenFiles
{
    private readonly Dictionary<ulong, (long Size, long ModifiedNs)> known = [];

    public static WrittenFiles None { get; } = new();

    /// <summary>Those in a folder and below it.</summary>
    public static WrittenFiles Below(DbConnection connection, string folder)
    {
        var files = new WrittenFiles();
        // "0" follows "/": all paths that begin with the folder, by the index of the table.
        var rows = connection.Rows(
            "select path, size, mtime_ns from written_files where path >= @from and path < @to",
            row => (Path: row.GetString(0), Size: row.GetInt64(1), ModifiedNs: row.GetInt64(2)),
            folder.TrimEnd('/') + "/",
            folder.TrimEnd('/') + "0"
        );
        foreach (var (path, size, modified) in rows)
            files.known[KeyOf(path)] = (size, modified);
        return files;
    }

    public bool AreAny => known.Count > 0;

    /// <summary>Whether the file is one of ours and nobody touched it since.</summary>
    public bool IsAsLeft(string path, FileFacts facts) =>
        known.TryGetValue(KeyOf(path), out var left) && left == (facts.Size, facts.ModifiedNs);

    private static ulong KeyOf(string path) => XxHash64.Hash(System.Text.Encoding.UTF8.GetBytes(path));
}

/// <summary>Files beside media were written, and others that Colophon wrote are gone.</summary>
/// <param name="Removed">Absolute paths.</param>
public sealed record FilesLeft(IReadOnlyList<WrittenFile> Written, IReadOnlyList<string> Removed);

/// <summary>Files were written beside an item's media.</summary>
/// <param name="Revision">The item's when it was read: written again when it has another by now.</param>
public sealed record FilesWritten(ItemId Item, long Revision, IReadOnlyList<WrittenFile> Files);

public sealed class FilesWrittenApplier : IApplier<FilesWritten>
{
    public void Apply(IReadOnlyList<Applied<FilesWritten>> records, Commit commit)
    {
        foreach (var applied in records)
        {
            var written = applied.Record;
            var revision = commit.Number("select revision from items where id = @id", written.Item.Value);
            if (revision is not null && revision != written.Revision)
                applied.Refuse?.Invoke();
            foreach (var file in written.Files)
                Store(commit, file);
        }
    }

    internal static void Store(Commit commit, WrittenFile file) =>
        commit.Run(
            """
            insert into written_files (path, size, mtime_ns, sha256) values (@path, @size, @mtime, @sha256)
            on conflict (path) do update set size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256
            """,
            file.Path,
            file.Size,
            file.ModifiedNs,
            file.Sha256
        );
}

public sealed class FilesLeftApplier : IApplier<FilesLeft>
{
    public void Apply(IReadOnlyList<Applied<FilesLeft>> records, Commit commit)
    {
        foreach (var left in records.Select(applied => applied.Record))
        {
            foreach (var file in left.Written)
                FilesWrittenApplier.Store(commit, file);
            foreach (var path in left.Removed)
                commit.Run("delete from written_files where path = @path", path);
        }
    }
}
