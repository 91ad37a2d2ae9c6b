using Colophon.Formats.Media;
using Colophon.Formats.Mp4;
using Colophon.Formats.Video.Matroska;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Video;

/// <summary>
/// Reads Matroska, WebM, MP4 and QuickTime: streams, chapters, tags, places of pictures. The kind is told by content. Pictures
/// and sound are never read. What a file gets wrong is a finding; only errors of the disk are exceptions. What other containers
/// hold is what <see cref="FfprobeReport"/> understands.
/// </summary>
public static class VideoReader
{
    private static ReadOnlySpan<byte> EbmlMark => [0x1A, 0x45, 0xDF, 0xA3];

    /// <summary>
    /// Reads an open file, which stays the caller's. When the token is cancelled, what was read until then returns with the
    /// finding <see cref="FindingCodes.ReadTimeout"/>: a warning when a stream is known by then, else fatal.
    /// </summary>
    /// <returns>With a value also beside a fatal finding when tags could be read (files without a stream).</returns>
    public static Reading<VideoFile> Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        Read(ZipSource.Of(file), cancellationToken);

    /// <summary>Reads a seekable stream, which stays the caller's.</summary>
    public static Reading<VideoFile> Read(Stream stream, CancellationToken cancellationToken) =>
        Read(ZipSource.Of(stream), cancellationToken);

    private static Reading<VideoFile> Read(ZipSource source, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        VideoDraft? draft = null;
        using var bytes = new MediaBytes(source, cancellationToken);
        try
        {
            bytes.ThrowIfCancelled();
            draft = Begin(bytes, findings, out Action<MediaBytes, VideoDraft>? read);
            if (draft is not null)
            {
                read!(bytes, draft);
                Judge(draft);
            }
        }
        catch (OperationCanceledException)
        {
            bool isKnown = draft?.Streams.Count > 0;
            findings.Add(
                FindingList.Make(FindingCodes.ReadTimeout, isKnown ? FindingSeverity.Warning : FindingSeverity.Fatal)
            );
        }

        return findings.With(draft?.ToFile());
    }

    private static VideoDraft? Begin(MediaBytes bytes, FindingList findings, out Action<MediaBytes, VideoDraft>? read)
    {
        read = null;
        ReadOnlySpan<byte> head = bytes.Peek(0, 8);
        if (head.Length == 0)
        {
            findings.Fail(FindingCodes.VideoEmpty);
            return null;
        }

        (string? container, read) =
            head.StartsWith(EbmlMark) ? ("matroska", MatroskaReader.Read)
            : Mp4Boxes.Begin(head) ? ("mp4", Mp4Video.Read)
            : ((string?)null, (Action<MediaBytes, VideoDraft>?)null);
        if (container is null)
        {
            findings.Fail(FindingCodes.VideoOtherContainer);
            return null;
        }

        return new VideoDraft(container, findings);
    }

    /// <summary>A file without a stream is broken, whatever its tags say.</summary>
    private static void Judge(VideoDraft draft)
    {
        if (draft.Streams.Count == 0 && !draft.Findings.IsFatal)
        {
            draft.Findings.Fail(FindingCodes.VideoNoStream);
        }
    }
}
