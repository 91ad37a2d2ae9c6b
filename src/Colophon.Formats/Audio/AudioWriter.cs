using Colophon.Formats.Audio.Mp4;
using Colophon.Formats.Media;
using Colophon.Formats.Zip;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Formats.Audio;

/// <summary>
/// Copies an MP4 audio file (M4B, M4A) with other tags. What already says what it should stays as it is written, as do
/// chapters, samples and every box and item that is not known. The source is only read; memory does not grow with it.
/// </summary>
public static class AudioWriter
{
    /// <summary>Writes the copy.</summary>
    /// <param name="tags">
    /// What the reader is to find afterwards; null and empty are taken out. Written are titles, people and their sort forms,
    /// comment, description, date, genres, publisher, language, series and identifiers (ASIN, and ISBN for all others);
    /// the rest of the record stays as it is in the file.
    /// </param>
    /// <param name="cover">Null: pictures stay as they are. Else it becomes the only one.</param>
    /// <returns>Null when all went well; else why there is no copy, and the target is to be thrown away.</returns>
    /// <exception cref="OperationCanceledException">It was called off.</exception>
    public static Finding? Copy(
        SafeFileHandle source,
        Stream target,
        AudioTags tags,
        byte[]? cover,
        CancellationToken cancellationToken
    )
    {
        Reading<AudioFile> reading = AudioReader.Read(source, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested(); // else half of the tags would count as all
        if (reading.Value is not { } audio || reading.Fatal is not null)
        {
            return reading.Fatal ?? Unwritable("nothing was read");
        }

        if (audio.Container != "mp4")
        {
            return Unwritable("no MP4");
        }

        var from = ZipSource.Of(source);
        using var bytes = new MediaBytes(from, cancellationToken);
        var changes = Mp4Changes.Between(audio.Tags, tags, cover);
        return new Mp4Writer(bytes, changes).Arrange(out Mp4Layout layout)
            ?? layout.Pieces.Write(from, target, layout.Shift, cancellationToken);
    }

    internal static Finding Unwritable(string why) =>
        FindingList.Make(FindingCodes.AudioTagsUnwritable, FindingSeverity.Fatal, why);
}
