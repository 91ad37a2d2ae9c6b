using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Media;
using Colophon.Formats.Mp4;

namespace Colophon.Formats.Audio;

internal enum AudioKind
{
    SomethingElse,
    Mp4,
    Flac,
    Ogg,
    Mpeg,
}

/// <summary>Tells by its first bytes what an audio file is; what nothing else claims may be MPEG audio after some rubbish.</summary>
internal static class AudioKinds
{
    private static readonly byte[][] _others =
    [
        "RIFF"u8.ToArray(), // WAV, AVI
        "FORM"u8.ToArray(), // AIFF
        "MAC "u8.ToArray(), // Monkey's Audio
        "DSD "u8.ToArray(),
        "MPCK"u8.ToArray(),
        "wvpk"u8.ToArray(),
        "PK\u0003\u0004"u8.ToArray(),
        "%PDF"u8.ToArray(),
        "\u001A"u8.ToArray(), // Matroska begins with 1A 45 DF A3
        [0x30, 0x26, 0xB2, 0x75], // ASF
        [0x89, 0x50, 0x4E, 0x47],
        [0xFF, 0xD8, 0xFF], // JPEG: no frame of MPEG audio begins so
    ];

    public static AudioKind Of(MediaBytes bytes)
    {
        long start = Id3Tag.End(bytes, 0);
        ReadOnlySpan<byte> head = bytes.Peek(start, 16);
        if (head.StartsWith("fLaC"u8))
        {
            return AudioKind.Flac;
        }

        if (head.StartsWith("OggS"u8))
        {
            return AudioKind.Ogg;
        }

        if (start > 0)
        {
            return AudioKind.Mpeg;
        }

        if (Mp4Boxes.Begin(head))
        {
            return AudioKind.Mp4;
        }

        foreach (byte[] other in _others)
        {
            if (head.StartsWith(other))
            {
                return AudioKind.SomethingElse;
            }
        }

        return AudioKind.Mpeg;
    }
}
