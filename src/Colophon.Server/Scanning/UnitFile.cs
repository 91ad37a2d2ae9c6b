using Colophon.Formats;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Scanning;

/// <summary>One media file of a unit, whatever its kind: opened safely, and told in the words of the catalog.</summary>
public static class UnitFile
{
    /// <summary>The time of a file that still has to be read: no file has it.</summary>
    private const long NeverRead = 0;

    /// <summary>Has an open file read and hashed. What the disk refuses is a trouble of the file, not a fault.</summary>
    public static OpenedFile<T> Open<T>(UnitToRead unit, FolderEntry entry, Func<SafeFileHandle, T> read)
        where T : class
    {
        var path = unit.Root.Absolute(unit.PathOf(entry));
        try
        {
            using var handle = RealPath.OpenInside(unit.Library.Roots.Select(root => root.Path), path);
            return new(read(handle), QuickHash.Of(handle, entry.Facts.Size), Trouble: null);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused(ScanErrorCodes.PathVanished, "It vanished while the scan went on.");
        }
        catch (UnauthorizedAccessException)
        {
            return Refused(ScanErrorCodes.PathDenied, "Colophon may not read it; check its permissions.");
        }
        catch (IOException broken)
        {
            return Refused(ScanErrorCodes.PathIoError, $"Reading it failed: {broken.Message}");
        }

        OpenedFile<T> Refused(string code, string message) => new(null, 0, new FileTrouble(path, code, message));
    }

    /// <summary>A file that is as it was when it was last read.</summary>
    public static FileRead Unchanged(FolderEntry entry, KnownFile known) =>
        new(
            known.RelativePath,
            FolderSight.NameOf(entry.Name),
            known.Format,
            known.Size,
            known.ModifiedNs,
            known.QuickHash ?? 0,
            Documents: null,
            Findings: [],
            MediaFacts.None,
            MovedFrom: []
        );

    /// <summary>A file that was read just now, or could not be.</summary>
    /// <param name="relativePath">Below its root.</param>
    public static FileRead Read(
        string relativePath,
        FolderEntry entry,
        string format,
        long quickHash,
        IReadOnlyList<DocumentRead> documents,
        IReadOnlyList<Finding> findings,
        MediaFacts facts
    ) =>
        new(
            relativePath,
            FolderSight.NameOf(entry.Name),
            format,
            entry.Facts.Size,
            findings.Any(finding => IsPassing(finding.Code)) ? NeverRead : entry.Facts.ModifiedNs,
            quickHash,
            documents,
            findings,
            facts,
            MovedFrom: []
        );

    /// <summary>Findings that say nothing about the file: it is read again as soon as somebody looks.</summary>
    public static bool IsPassing(string code) =>
        code
            is ScanErrorCodes.PathDenied
                or ScanErrorCodes.PathIoError
                or ScanErrorCodes.PathVanished
                or FindingCodes.PdfToolMissing
                or FindingCodes.VideoToolMissing;
}

/// <summary>What came of opening a file.</summary>
/// <param name="Content">Null beside a trouble.</param>
public sealed record OpenedFile<T>(T? Content, long QuickHash, FileTrouble? Trouble)
    where T : class;
