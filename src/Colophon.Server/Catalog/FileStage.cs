using System.Text.Json;
using Colophon.Formats;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>Rows of media files: finds them by path, then by content (a move), else makes them.</summary>
internal sealed class FileStage(Commit commit)
{
    private readonly Dictionary<(long Root, string Path), FileRow> byPath = [];
    private readonly Dictionary<long, FileRow> byId = [];
    private readonly HashSet<long> claimed = [];

    public IReadOnlyDictionary<long, FileRow> Known => byId;

    public void Load(IReadOnlyList<UnitRead> readings)
    {
        foreach (var root in readings.GroupBy(reading => reading.Unit.RootId))
        {
            var paths = root.SelectMany(reading => reading.Files).Select(file => (object)file.RelativePath).ToArray();
            Remember(CatalogLoad.FilesByPath(commit, root.Key, paths));
        }
        var moved = readings.SelectMany(reading => reading.Files).SelectMany(file => file.MovedFrom);
        var ids = moved.Select(id => (object)id.Value).Distinct().ToArray();
        Remember(CatalogLoad.FilesById(commit, ids));
    }

    public void LoadByIds(IEnumerable<long> ids) =>
        Remember(CatalogLoad.FilesById(commit, [.. ids.Where(id => !byId.ContainsKey(id)).Cast<object>()]));

    /// <summary>Stores the unit's files; answers their rows in the order of the reading.</summary>
    public IReadOnlyList<StoredFile> Store(UnitRead reading, long unitId, Action<long> movedOut)
    {
        var stored = new List<StoredFile>(reading.Files.Count);
        foreach (var file in reading.Files)
        {
            var path = (reading.Unit.RootId, file.RelativePath);
            if (byPath.TryGetValue(path, out var row) || TakeMoved(file, reading.Unit.RootId, movedOut, out row))
                stored.Add(Update(reading, file, row, unitId));
            else
                stored.Add(Insert(reading, file, unitId));
            claimed.Add(stored[^1].Id);
        }
        return stored;
    }

    private void Remember(List<FileRow> rows)
    {
        foreach (var row in rows)
        {
            byId[row.Id] = row;
            byPath[(row.RootId, row.RelativePath)] = row;
        }
    }

    /// <summary>The first row with this content that nobody has claimed; its own path was gone when the file was read.</summary>
    private bool TakeMoved(FileRead file, long rootId, Action<long> movedOut, out FileRow row)
    {
        row = null!;
        foreach (var candidate in file.MovedFrom)
        {
            var found =
                byId.TryGetValue(candidate.Value, out row!)
                && row.Size == file.Size
                && row.QuickHash == file.QuickHash
                && !claimed.Contains(row.Id);
            if (!found)
                continue;
            byPath.Remove((row.RootId, row.RelativePath));
            movedOut(row.UnitId);
            row = row with { RootId = rootId, RelativePath = file.RelativePath };
            return true;
        }
        return false;
    }

    private StoredFile Insert(UnitRead reading, FileRead file, long unitId)
    {
        var id = commit
            .NewId(
                """
                insert into files (unit_id, library_id, root_id, relative_path, name, format, size, mtime_ns, quick_hash, metadata,
                    sources, duration, page_count, disc, track, streams, findings, has_error, created_at, updated_at)
                values (@unit, @library, @root, @path, @name, @format, @size, @mtime, @hash, '{}', '{}', @duration, @pages, @disc, @track, @streams, @findings,
                    @error, @now, @now)
                """,
                unitId,
                reading.Unit.Library.Value,
                reading.Unit.RootId,
                file.RelativePath,
                file.Name,
                file.Format,
                file.Size,
                file.ModifiedNs,
                file.QuickHash,
                file.Facts.DurationSeconds,
                file.Facts.PageCount,
                file.Facts.Disc,
                file.Facts.Track,
                Streams(file),
                FindingsJson(file.Findings),
                HasError(file),
                commit.Millis()
            )!
            .Value;
        var row = new FileRow(
            id,
            unitId,
            reading.Unit.RootId,
            file.RelativePath,
            file.Name,
            file.Format,
            file.Size,
            file.QuickHash,
            "{}",
            "{}",
            "{}",
            file.Facts.DurationSeconds,
            MissingSince: null
        );
        Remember([row]);
        return new StoredFile(row, FileTouch.Added);
    }

    private StoredFile Update(UnitRead reading, FileRead file, FileRow row, long unitId)
    {
        var touch = file.Documents is null ? FileTouch.Kept : FileTouch.Read;
        var updated = row with
        {
            UnitId = unitId,
            RootId = reading.Unit.RootId,
            RelativePath = file.RelativePath,
            Name = file.Name,
            Format = file.Format,
            Size = file.Size,
            QuickHash = file.QuickHash,
            Duration = touch == FileTouch.Read ? file.Facts.DurationSeconds : row.Duration,
            MissingSince = null,
        };
        if (touch == FileTouch.Read)
            WriteRead(file, updated);
        else if (updated != row)
            WritePlace(updated);
        Remember([updated]);
        return new StoredFile(updated, touch);
    }

    private void WriteRead(FileRead file, FileRow row) =>
        commit.Send(
            """
            update files set unit_id = @unit, root_id = @root, relative_path = @path, name = @name, format = @format,
                size = @size, mtime_ns = @mtime, quick_hash = @hash, duration = @duration, page_count = @pages, disc = @disc, track = @track,
                streams = @streams, findings = @findings, has_error = @error, missing_since = null, updated_at = @now
            where id = @id
            """,
            row.UnitId,
            row.RootId,
            row.RelativePath,
            row.Name,
            row.Format,
            file.Size,
            file.ModifiedNs,
            file.QuickHash,
            file.Facts.DurationSeconds,
            file.Facts.PageCount,
            file.Facts.Disc,
            file.Facts.Track,
            Streams(file),
            FindingsJson(file.Findings),
            HasError(file),
            commit.Millis(),
            row.Id
        );

    private void WritePlace(FileRow row) =>
        commit.Send(
            """
            update files set unit_id = @unit, root_id = @root, relative_path = @path, name = @name, missing_since = null,
                updated_at = @now
            where id = @id
            """,
            row.UnitId,
            row.RootId,
            row.RelativePath,
            row.Name,
            commit.Millis(),
            row.Id
        );

    public static string FindingsJson(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? "[]" : JsonSerializer.Serialize(findings, JobJson.Options);

    private static string? Streams(FileRead file) =>
        file.Facts.Streams is { } streams ? JsonSerializer.Serialize(streams, JobJson.Options) : null;

    private static long HasError(FileRead file) =>
        file.Findings.Any(finding => finding.Severity == FindingSeverity.Fatal) ? 1 : 0;
}

/// <summary>What became of a file's row.</summary>
internal enum FileTouch
{
    Added,
    Read,
    Kept,
}

internal sealed record StoredFile(FileRow Row, FileTouch Touch)
{
    public long Id => Row.Id;
}
