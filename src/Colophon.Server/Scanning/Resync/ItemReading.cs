using System.Collections.Frozen;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>Reads one item's files again into the same records that a scan makes, and stores them.</summary>
public sealed class ItemReading(IDatabase database, UnitReading reading, IEnumerable<IUnitReader> readers)
{
    /// <summary>Looks and reads; stores nothing.</summary>
    /// <exception cref="ApiErrorException">Not found, changed since, or a root that is not believed.</exception>
    public async Task<ItemReread> ReadAsync(ResyncTarget target, CancellationToken cancellationToken)
    {
        var subject =
            await database.ReadAsync(connection => ResyncSubject.LoadAsync(connection, target), cancellationToken)
            ?? throw ApiErrors.NotFound().AsException();
        if (target.Revision is { } seen && seen != subject.Revision)
            throw ApiErrors.ItemChanged().AsException();
        var look = new SubjectLook(subject, readers.First(reader => reader.LibraryType == subject.Library.Type)).Look();
        var failed = new List<FailedFile>(look.Failed);
        var readings = new List<UnitRead>();
        foreach (var (unit, files) in look.Units)
        {
            var forced = files
                .Select(file => file.RelativePath)
                .Concat(subject.Units.Count > 0 ? [unit.RelativePath] : [])
                .ToFrozenSet(StringComparer.Ordinal);
            var scope = new ReadScope(ScanSettings.DeepestOf(subject.Library), ReadExtent.Changed) { Forced = forced };
            var result = await reading.RunAsync(unit, scope, new ScanStep(null, target.Write), cancellationToken);
            failed.AddRange(Troubles(look, files, result));
            if (result.Read is { } read)
                readings.Add(
                    read with
                    {
                        UserId = target.UserId,
                        Refreshed = target.Mode == ResyncMode.RefreshAll ? forced : FrozenSet<string>.Empty,
                    }
                );
        }
        return new ItemReread(target, subject.Files.Count, readings, look.Gone, failed)
        {
            HoldsItems = subject.Units.Count > 0,
        };
    }

    /// <summary>What went wrong with the item's own files; trouble of its neighbours is not its affair.</summary>
    private static IEnumerable<FailedFile> Troubles(
        SubjectLook look,
        IReadOnlyList<SubjectFile> files,
        UnitReadResult result
    )
    {
        foreach (var file in files)
        {
            var path = look.PathOf(file);
            if (result.Troubles.FirstOrDefault(trouble => trouble.Path == path) is { } trouble)
                yield return new FailedFile(file.FileId, path, trouble.Code, trouble.Message);
            else if (result.Read is null)
                yield return new FailedFile(
                    file.FileId,
                    path,
                    ScanErrorCodes.Of(result.State),
                    result.State == PathState.Present
                        ? "It changed its place while it was read."
                        : "Its folder cannot be read; check its permissions and the disk."
                );
        }
    }
}

/// <summary>An item's files as they were just read.</summary>
public sealed record ItemReread(
    ResyncTarget Target,
    int Files,
    IReadOnlyList<UnitRead> Readings,
    IReadOnlyList<GoneFile> Gone,
    IReadOnlyList<FailedFile> Failed
)
{
    /// <summary>Of a container what changes in the items inside is told too.</summary>
    internal bool HoldsItems { get; init; }

    public FilesGone FilesGone => new(new ScanStep(null, Target.Write), Gone);

    public ResyncReport Report(IReadOnlyList<ValuesChanged> changes) =>
        new(
            Files - Gone.Count - Failed.Count,
            Failed,
            [.. Gone.Select(file => file.Id.Value)],
            [.. changes.Where(change => HoldsItems || change.Item.Value == Target.ItemId)]
        );
}
