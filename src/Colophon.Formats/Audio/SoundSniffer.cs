namespace Colophon.Formats.Audio;

/// <summary>Tells by its first bytes whether a file holds sound and nothing else.</summary>
public static class SoundSniffer
{
    /// <summary>The extension that its content asks for, with the dot; null for what is no sound, films included.</summary>
    /// <param name="head">The file or its first bytes; 64 are enough.</param>
    public static string? ExtensionOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("ID3"u8) ? ".mp3"
        : head.StartsWith("fLaC"u8) ? ".flac"
        : head.StartsWith("OggS"u8) ? OfOgg(head)
        : head.StartsWith("RIFF"u8) ? (head.Length >= 12 && head[8..12].SequenceEqual("WAVE"u8) ? ".wav" : null)
        : IsMusicMp4(head) ? ".m4a"
        : OfFrame(head);

    // The codec's name stands at the beginning of the first page, behind a header of 27 bytes and a table.
    private static string? OfOgg(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> page = head[..Math.Min(head.Length, 64)];
        return page.IndexOf("OpusHead"u8) > 0 ? ".opus"
            : page.IndexOf("vorbis"u8) > 0 || page.IndexOf("FLAC"u8) > 0 || page.IndexOf("Speex"u8) > 0 ? ".ogg"
            : null;
    }

    /// <summary>By the brand: those of films are shared with music, and are taken for films.</summary>
    private static bool IsMusicMp4(ReadOnlySpan<byte> head) =>
        head.Length >= 12
        && head[4..8].SequenceEqual("ftyp"u8)
        && (
            head[8..12].SequenceEqual("M4A "u8)
            || head[8..12].SequenceEqual("M4B "u8)
            || head[8..12].SequenceEqual("M4P "u8)
        );

    /// <summary>A frame of MPEG audio (ISO 11172-3, 2.4.1.3) or of AAC with ADTS (ISO 13818-7, 6.2).</summary>
    private static string? OfFrame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xFF || (head[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        if ((head[1] & 0xF6) == 0xF0)
        {
            return ".aac";
        }

        bool isLayer3Or2 = (head[1] & 0x06) is 0x02 or 0x04;
        return isLayer3Or2 && (head[2] & 0xF0) != 0xF0 && (head[2] & 0x0C) != 0x0C ? ".mp3" : null;
    }
}
