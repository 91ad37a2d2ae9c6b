using Colophon.Formats;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Video;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Video;

/// <summary>One video of a unit after it was looked at: read, or known and unchanged.</summary>
/// <param name="Read">Null when it makes no item: it is gone by now.</param>
/// <param name="Video">Null when it was not read, or cannot be.</param>
internal sealed record VideoLook(FolderEntry Entry, FileRead? Read, VideoFile? Video, FileTrouble? Trouble)
{
    /// <summary>Reads a video unless it is as it was.</summary>
    /// <param name="byPath">What its path says, as evidence.</param>
    public static VideoLook Of(
        UnitToRead unit,
        FolderEntry entry,
        EvidenceDocument byPath,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = unit.PathOf(entry);
        if (unit.Known.TryGetValue(path, out var known) && unit.Scope.MayStayUnread(known, entry))
            return new VideoLook(entry, UnitFile.Unchanged(entry, known), null, null);
        var opened = UnitFile.Open(unit, entry, handle => FactsIn(unit, entry, handle, cancellationToken));
        var format = FormatOf(entry.Name);
        var said = new DocumentRead(Sources.Path, Origin: null, byPath);
        if (opened.Content is { } reading)
            return new VideoLook(
                entry,
                UnitFile.Read(
                    path,
                    entry,
                    format,
                    opened.QuickHash,
                    [.. VideoEvidence.Of(reading.Value), said],
                    reading.Findings,
                    FactsOf(reading.Value)
                ),
                reading.Value,
                reading.Fatal is { } fatal
                    ? new FileTrouble(
                        unit.Root.Absolute(path),
                        fatal.Code,
                        $"{FileTrouble.FailedToParse} {format.ToUpperInvariant()}: {fatal.Message}"
                    )
                    : null
            );
        if (opened.Trouble is { Code: ScanErrorCodes.PathVanished } vanished)
            return new VideoLook(entry, null, null, vanished);
        var finding = new Finding(opened.Trouble!.Code, FindingSeverity.Fatal, opened.Trouble.Message);
        return new VideoLook(
            entry,
            UnitFile.Read(path, entry, format, quickHash: 0, [said], [finding], MediaFacts.None),
            null,
            opened.Trouble
        );
    }

    private static Reading<VideoFile> FactsIn(
        UnitToRead unit,
        FolderEntry entry,
        SafeFileHandle file,
        CancellationToken cancellationToken
    ) =>
        unit.Scope.Depth.HasFlag(UnitDepth.Streams) && HoldsFilm(entry.Name)
            ? VideoFacts.Read(file, cancellationToken)
            : new Reading<VideoFile>(null, []);

    /// <summary>Discs' images are not looked into; a <c>.strm</c> is an address.</summary>
    private static bool HoldsFilm(string name) =>
        MovieFileTypes.Of(name) == MovieFileType.Video && !name.EndsWith(".strm", StringComparison.OrdinalIgnoreCase);

    /// <summary>As the catalog calls it: the extension.</summary>
    public static string FormatOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static MediaFacts FactsOf(VideoFile? video) =>
        video is null
            ? MediaFacts.None
            : new MediaFacts(video.DurationSeconds, PageCount: null) { Streams = video.Streams };
}
