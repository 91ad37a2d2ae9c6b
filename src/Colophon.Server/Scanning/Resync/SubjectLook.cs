using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>What the disk shows of an item's files: the units to read, what is gone, what cannot be looked at.</summary>
internal sealed class SubjectLook(ResyncSubject subject, IUnitReader reader)
{
    private readonly IgnoreRules ignore = new(subject.Library.Options.IgnorePatterns);
    private readonly Dictionary<(long Root, string Path), List<SubjectFile>> units = [];

    public List<GoneFile> Gone { get; } = [];

    public List<FailedFile> Failed { get; } = [];

    /// <summary>Each unit with those of the item's files that lie in it.</summary>
    public IEnumerable<(UnitTarget Unit, IReadOnlyList<SubjectFile> Files)> Units =>
        units.Select(unit =>
            (
                new UnitTarget(subject.Library, RootOf(unit.Key.Root), unit.Key.Path, ignore),
                (IReadOnlyList<SubjectFile>)unit.Value
            )
        );

    /// <exception cref="ApiErrorException">A root is not believed: then nothing may be called gone.</exception>
    public SubjectLook Look()
    {
        foreach (var (rootId, known) in subject.KnownFilesUnderRoot)
        {
            var verdict = RootTrust.Judge(RootOf(rootId).Path, known);
            if (verdict.Belief != RootBelief.Believed)
                throw ApiErrors.RootUnavailable(verdict.Detail!).AsException();
        }
        foreach (var root in subject.Files.GroupBy(file => file.RootId))
            Look(RootOf(root.Key), root);
        // What was said of a container may stand in a folder that holds none of the files, or not any more.
        foreach (var unit in subject.Units)
            units.TryAdd((unit.RootId, unit.RelativePath), []);
        return this;
    }

    public string PathOf(SubjectFile file) => RootOf(file.RootId).Absolute(file.RelativePath);

    private void Look(LibraryRoot root, IEnumerable<SubjectFile> files)
    {
        var sight = new FolderSight(root, ignore, WrittenFiles.None);
        var wholeFolders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var look = FileProbe.Look(root.Absolute(file.RelativePath));
            if (look.State == PathState.Missing)
                Gone.Add(new GoneFile(new FileId(file.FileId), root.Id, file.RelativePath));
            else if (look.State != PathState.Present)
                Fail(file, ScanErrorCodes.Of(look.State), $"It cannot be looked at: {look.Trouble}.");
            else if (UnitOf(sight, file, wholeFolders) is { } unit)
                Join(root, unit, file);
            else
                Fail(file, ScanErrorCodes.PathIgnored, "An ignore pattern of the library keeps it out now.");
        }
    }

    private void Fail(SubjectFile file, string code, string message) =>
        Failed.Add(new FailedFile(file.FileId, PathOf(file), code, message));

    private string? UnitOf(FolderSight sight, SubjectFile file, HashSet<string> wholeFolders)
    {
        var folder = FolderSight.ParentOf(file.RelativePath);
        if (wholeFolders.Contains(folder))
            return folder;
        var unit = sight.Covering(reader, file.RelativePath)?.RelativePath;
        if (unit == folder)
            wholeFolders.Add(folder);
        return unit;
    }

    private void Join(LibraryRoot root, string unit, SubjectFile file)
    {
        if (!units.TryGetValue((root.Id, unit), out var files))
            units[(root.Id, unit)] = files = [];
        files.Add(file);
    }

    private LibraryRoot RootOf(long rootId) => subject.Library.Roots.First(root => root.Id == rootId);
}
