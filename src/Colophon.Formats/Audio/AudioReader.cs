using Colophon.Formats.Audio.Flac;
using Colophon.Formats.Audio.Mp4;
using Colophon.Formats.Audio.Mpeg;
using Colophon.Formats.Audio.Ogg;
using Colophon.Formats.Media;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Audio;

/// <summary>
/// Reads MP4 (M4B, M4A, MP4), MP3, FLAC and Ogg (Vorbis, Opus, FLAC, Speex): tags, chapters, place of the cover, facts of the
/// stream. The kind is told by content. Samples and sample tables are never read, pictures stay where they are. What a file
/// gets wrong is a finding; only errors of the disk are exceptions.
/// </summary>
public static class AudioReader
{
    /// <summary>
    /// Reads an open file, which stays the caller's. When the token is cancelled, what was read until then returns with the
    /// finding <see cref="FindingCodes.ReadTimeout"/>: a warning when the stream is known by then, else fatal.
    /// </summary>
    /// <returns>With a value also beside a fatal finding when tags could be read (encrypted files, files without a stream).</returns>
    public static Reading<AudioFile> Read(SafeFileHandle file, CancellationToken cancellationToken) =>
        Read(ZipSource.Of(file), cancellationToken);

    /// <summary>Reads a seekable stream, which stays the caller's.</summary>
    public static Reading<AudioFile> Read(Stream stream, CancellationToken cancellationToken) =>
        Read(ZipSource.Of(stream), cancellationToken);

    private static Reading<AudioFile> Read(ZipSource source, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        AudioDraft? draft = null;
        using var bytes = new MediaBytes(source, cancellationToken);
        try
        {
            bytes.ThrowIfCancelled();
            draft = Begin(bytes, findings, out Action<MediaBytes, AudioDraft>? read);
            if (draft is not null)
            {
                read!(bytes, draft);
                Judge(draft);
            }
        }
        catch (OperationCanceledException)
        {
            bool isKnown = draft?.Stream.Codec is not null;
            findings.Add(
                FindingList.Make(FindingCodes.ReadTimeout, isKnown ? FindingSeverity.Warning : FindingSeverity.Fatal)
            );
        }

        return findings.With(draft?.ToFile());
    }

    private static AudioDraft? Begin(MediaBytes bytes, FindingList findings, out Action<MediaBytes, AudioDraft>? read)
    {
        read = null;
        if (bytes.Length == 0)
        {
            findings.Fail(FindingCodes.AudioEmpty);
            return null;
        }

        (string? container, read) = AudioKinds.Of(bytes) switch
        {
            AudioKind.Mp4 => ("mp4", Mp4Reader.Read),
            AudioKind.Flac => ("flac", FlacReader.Read),
            AudioKind.Ogg => ("ogg", OggReader.Read),
            AudioKind.Mpeg => ("mp3", Mp3Reader.Read),
            _ => ((string?)null, (Action<MediaBytes, AudioDraft>?)null),
        };
        if (container is null)
        {
            findings.Fail(FindingCodes.AudioNotAudio);
            return null;
        }

        return new AudioDraft(container, findings);
    }

    /// <summary>A file without a stream is broken, whatever its tags say.</summary>
    private static void Judge(AudioDraft draft)
    {
        if (draft.Stream.Codec is null && !draft.Findings.IsFatal)
        {
            draft.Findings.Fail(FindingCodes.AudioNoStream);
        }
    }
}
