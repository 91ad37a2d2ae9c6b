using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>One group of readings on its way into the catalog: load, take each, write.</summary>
internal sealed class CatalogGroup(Commit commit, TimeProvider clock)
{
    private readonly Dictionary<(long Root, string Path), (long Id, long Revision)> units = [];
    private readonly FileStage files = new(commit);
    private readonly ItemStage items = new(commit, clock);

    public void Load(IReadOnlyList<UnitRead> readings)
    {
        foreach (var root in readings.GroupBy(reading => reading.Unit.RootId))
        {
            var paths = root.Select(reading => (object)reading.Unit.RelativePath).ToArray();
            foreach (var unit in CatalogLoad.Units(commit, root.Key, paths))
                units[(unit.RootId, unit.RelativePath)] = (unit.Id, unit.Revision);
        }
        files.Load(readings);
        items.Load(readings, files);
    }

    public void Take(TakenReading taken)
    {
        var reading = taken.Reading;
        var address = (reading.Unit.RootId, reading.Unit.RelativePath);
        units.TryGetValue(address, out var unit);
        if (unit.Revision != reading.Revision)
        {
            if (taken.Refuse is null)
                throw new UnitBusyException(reading.Unit.RelativePath);
            taken.Refuse();
            return;
        }
        var unitId = WriteUnit(reading, unit.Id);
        units[address] = (unitId, reading.Revision + 1);
        var stored = files.Store(reading, unitId, MoveOut);
        items.Take(reading, unitId, stored, taken.JobId);
        if (reading.Gone.Count > 0 && reading.Step.Scan is { } scan)
            commit.State<CatalogChanges>().Suspects.Add(new UnitSuspected(scan, new UnitId(unitId)));
    }

    public void Write() => items.Write(files);

    /// <summary>A file moved out of a unit: a reading of that unit from before must not be stored any more.</summary>
    private void MoveOut(long unitId)
    {
        commit.Send("update units set revision = revision + 1, fingerprint = null where id = @id", unitId);
        foreach (var (address, unit) in units)
        {
            if (unit.Id == unitId)
            {
                units[address] = (unitId, unit.Revision + 1);
                return;
            }
        }
    }

    private long WriteUnit(UnitRead reading, long unitId)
    {
        if (unitId == 0)
        {
            return commit
                .NewId(
                    """
                    insert into units (library_id, root_id, relative_path, sort_path, fingerprint, depth, reader_version, revision, scanned_at)
                    values (@library, @root, @path, @sort, @fingerprint, @depth, @version, 1, @now)
                    """,
                    reading.Unit.Library.Value,
                    reading.Unit.RootId,
                    reading.Unit.RelativePath,
                    SortPath.Of(reading.Unit.RelativePath),
                    reading.Fingerprint,
                    (long)reading.Depth,
                    (long)reading.ReaderVersion,
                    commit.Millis()
                )!
                .Value;
        }
        commit.Send(
            """
            update units set fingerprint = @fingerprint, depth = @depth, reader_version = @version, revision = revision + 1,
                scanned_at = @now
            where id = @id
            """,
            reading.Fingerprint,
            (long)reading.Depth,
            (long)reading.ReaderVersion,
            commit.Millis(),
            unitId
        );
        return unitId;
    }
}

/// <summary>A reading to be stored.</summary>
/// <param name="JobId">Null outside a job.</param>
/// <param name="Refuse">Has the job run again; null where nobody would, then a refusal throws.</param>
internal sealed record TakenReading(UnitRead Reading, long? JobId, Action? Refuse);

/// <summary>The unit was stored by somebody else since it was read; read it again.</summary>
public sealed class UnitBusyException(string path) : Exception($"“{path}” was changed while it was read; try again.");
