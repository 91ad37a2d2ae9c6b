using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Scanning;

/// <summary>Which unit is to be read.</summary>
public sealed record UnitTarget(Library Library, LibraryRoot Root, string RelativePath, IgnoreRules Ignore);

/// <summary>What came of it.</summary>
/// <param name="State">Present, or why the folder cannot be listed.</param>
/// <param name="Read">Null when there is nothing to store.</param>
/// <param name="Vanished">The stored unit that is not there any more.</param>
public sealed record UnitReadResult(
    PathState State,
    UnitRead? Read,
    UnitId? Vanished,
    IReadOnlyList<FileTrouble> Troubles
);

/// <summary>
/// Reads one unit from disk into the record that the catalog stores: one path for scans and resyncs. It takes the
/// revision first, then looks, then reads, so that a reading overtaken by another is refused.
/// </summary>
public sealed class UnitReading(IDatabase database, IEnumerable<IUnitReader> readers, TimeProvider clock)
{
    // A file may still be written to within the resolution of its time.
    private static readonly TimeSpan TooFresh = TimeSpan.FromSeconds(3);

    public async Task<UnitReadResult> RunAsync(
        UnitTarget target,
        ReadScope scope,
        ScanStep step,
        CancellationToken cancellationToken
    )
    {
        var reader = readers.First(reader => reader.LibraryType == target.Library.Type);
        var (folder, facts) = FolderOf(target);
        var stored = await LoadAsync(target, folder, cancellationToken);
        var sight = new FolderSight(target.Root, target.Ignore, stored.Written);
        var sketch = sight.Unit(reader, target.RelativePath, folder, out var state);
        if (sketch is null)
            return new UnitReadResult(state, null, stored.Unit?.Id is { } id ? new UnitId(id) : null, []);
        // What a unit was read for before may be less than what is asked now: then its unchanged files count as changed.
        var covers =
            stored.Unit is { } row
            && row.ReaderVersion == reader.Version
            && ((UnitDepth)row.Depth & scope.Depth) == scope.Depth;
        scope = covers ? scope : scope with { Extent = ReadExtent.All };
        var unit = new UnitToRead(
            target.Library,
            target.Root,
            sketch,
            target.Root.Absolute(folder),
            stored.Known,
            scope
        );
        var content = reader.Read(unit, cancellationToken);
        var files = await WithMovesAsync(target, content.Files, stored.Known, cancellationToken);
        var after = IsSurelyAsBefore(unit, facts) ? sketch : sight.Unit(reader, target.RelativePath, folder, out _);
        var read = new UnitRead(
            new UnitAddress(new LibraryId(target.Library.Id), target.Root.Id, target.RelativePath),
            stored.Unit?.Revision ?? 0,
            Fingerprint(reader, sketch, after, content),
            scope.Depth,
            reader.Version,
            files,
            content.Items,
            Gone(stored.Known, files),
            step
        );
        return new UnitReadResult(PathState.Present, read, null, content.Troubles);
    }

    /// <summary>None when the unit changed while it was read, is too fresh to be sure, or a read was interrupted.</summary>
    private long? Fingerprint(IUnitReader reader, UnitSketch before, UnitSketch? after, UnitContent content)
    {
        if (after is null || content.Certainty != ReadCertainty.Whole)
            return null;
        var fingerprint = UnitFingerprint.Of(before.Files, reader.Version);
        if (UnitFingerprint.Of(after.Files, reader.Version) != fingerprint)
            return null;
        var newest = before.Files.Count == 0 ? 0 : before.Files.Max(file => file.Facts.ModifiedNs);
        return newest > FreshFrom() ? null : fingerprint;
    }

    private static List<FileId> Gone(IReadOnlyDictionary<string, KnownFile> known, IReadOnlyList<FileRead> files)
    {
        var met = files.Select(file => file.RelativePath).ToHashSet(StringComparer.Ordinal);
        return [.. known.Values.Where(file => !met.Contains(file.RelativePath)).Select(file => file.Id)];
    }

    private async Task<IReadOnlyList<FileRead>> WithMovesAsync(
        UnitTarget target,
        IReadOnlyList<FileRead> files,
        IReadOnlyDictionary<string, KnownFile> known,
        CancellationToken cancellationToken
    ) =>
        files.All(file => known.ContainsKey(file.RelativePath))
            ? files
            : await database.ReadAsync(
                connection =>
                    Task.FromResult<IReadOnlyList<FileRead>>([
                        .. files.Select(file =>
                            known.ContainsKey(file.RelativePath)
                                ? file
                                : file with
                                {
                                    MovedFrom = MovedFiles.Find(connection, target.Library, file),
                                }
                        ),
                    ]),
                cancellationToken
            );

    private Task<Stored> LoadAsync(UnitTarget target, string folder, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Task.FromResult(Load(connection, target, folder)), cancellationToken);

    private static Stored Load(DbConnection connection, UnitTarget target, string folder)
    {
        var unit = connection
            .Rows(
                "select id, revision, depth, reader_version from units where root_id = @root and relative_path = @path",
                row => new UnitRow(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
                target.Root.Id,
                target.RelativePath
            )
            .SingleOrDefault();
        var known = new Dictionary<string, KnownFile>(StringComparer.Ordinal);
        var written = WrittenFiles.Below(connection, target.Root.Absolute(folder));
        if (unit is null)
            return new Stored(unit, known, written);
        var files = connection.Rows(
            """
            select f.id, f.relative_path, f.format, f.size, f.mtime_ns, f.quick_hash, f.disc, f.track, f.sources, e.document
            from files f left join evidence e on e.file_id = f.id and e.source = 'embedded'
            where f.unit_id = @unit
            """,
            KnownFrom,
            unit.Id
        );
        foreach (var file in files)
            known[file.RelativePath] = file;
        return new Stored(unit, known, written);
    }

    private static KnownFile KnownFrom(DbDataReader row)
    {
        var said = row.TextOrNull(9) is { } document ? EvidenceDocument.Parse(document) : EvidenceDocument.Empty;
        var authors = said.Fields.GetValueOrDefault(Fields.Authors) as PeopleValue;
        return new KnownFile(
            new FileId(row.GetInt64(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetInt64(4),
            row.LongOrNull(5),
            (said.Fields.GetValueOrDefault(Fields.Title) as TextValue)?.Text,
            authors is null ? [] : [.. authors.Entries.Select(credit => credit.Name)]
        )
        {
            Disc = (int?)row.LongOrNull(6),
            Track = (int?)row.LongOrNull(7),
            HasChapters = Merged.Parse("{}", row.GetString(8)).Sources.ContainsKey(Fields.Chapters),
        };
    }

    /// <summary>The folder that is the unit, or that the unit is a file in, as it is before it is listed.</summary>
    private static (string Folder, FileFacts Facts) FolderOf(UnitTarget target)
    {
        var look = FileProbe.Look(target.Root.Absolute(target.RelativePath));
        if (look.IsFolder)
            return (target.RelativePath, look.Facts);
        var above = FolderSight.ParentOf(target.RelativePath);
        return (above, FileProbe.Look(target.Root.Absolute(above)).Facts);
    }

    /// <summary>
    /// Whether nothing came, went or changed since the folder was listed, as far as times can say: none when the folder changed a
    /// moment before, or when folders below it are part of the unit.
    /// </summary>
    private bool IsSurelyAsBefore(UnitToRead unit, FileFacts folder) =>
        unit.Sketch.PartFolders.Count == 0
        && folder.ModifiedNs < FreshFrom()
        && FileProbe.Look(unit.Folder) is { IsFolder: true } now
        && now.Facts == folder
        && unit.Sketch.Files.All(file => FileProbe.Look(unit.Root.Absolute(unit.PathOf(file))).Facts == file.Facts);

    /// <summary>In nanoseconds since 1970.</summary>
    private long FreshFrom() => (clock.GetUtcNow() - TooFresh).ToUnixTimeMilliseconds() * 1_000_000;

    private sealed record Stored(UnitRow? Unit, IReadOnlyDictionary<string, KnownFile> Known, WrittenFiles Written);

    private sealed record UnitRow(long Id, long Revision, long Depth, long ReaderVersion);
}
