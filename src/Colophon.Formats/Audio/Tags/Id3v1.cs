using System.Text;
using Colophon.Formats.Media;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Tags;

/// <summary>ID3v1 and v1.1: 128 bytes at the end of the file, texts of 30 bytes.</summary>
internal static class Id3v1
{
    public const int Length = 128;

    /// <summary>Adds what it says; true when the tag is there.</summary>
    public static bool Read(MediaBytes bytes, TagDraft tags)
    {
        ReadOnlySpan<byte> tag = bytes.Peek(bytes.Length - Length, Length);
        if (tag.Length < Length || !tag.StartsWith("TAG"u8))
        {
            return false;
        }

        tags.Add(TagNames.Title, Text(tag[3..33]));
        tags.Add(TagNames.Artist, Text(tag[33..63]));
        tags.Add(TagNames.Album, Text(tag[63..93]));
        tags.Add(TagNames.Year, Text(tag[93..97]));
        bool hasTrack = tag[125] == 0 && tag[126] != 0;
        tags.Add(TagNames.Comment, Text(tag[97..(hasTrack ? 125 : 127)]));
        if (hasTrack)
        {
            tags.Add(TagNames.Track, tag[126].ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        tags.Add(TagNames.Genre, Id3Genres.Of(tag[127]));
        return true;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        int zero = field.IndexOf((byte)0);
        field = zero < 0 ? field : field[..zero];
        return System.Text.Unicode.Utf8.IsValid(field)
            ? Encoding.UTF8.GetString(field)
            : Encoding.Latin1.GetString(field);
    }
}
