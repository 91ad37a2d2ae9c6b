using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Colophon.Formats.Audio.Flac;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>
/// Vorbis comments (https://www.xiph.org/vorbis/doc/v-comment.html): NAME=value, also chapters and pictures
/// (METADATA_BLOCK_PICTURE). What comes before a damage stays.
/// </summary>
internal static class VorbisComments
{
    private const string Picture = "METADATA_BLOCK_PICTURE";
    private const string OldPicture = "COVERART";
    private const string FrontMark = "/front";
    private const int TextLimit = 64 * 1024;
    private const int HeadLimit = 4 * 1024;

    /// <summary>Reads all comments.</summary>
    /// <param name="page">Of the Ogg page on which the packet begins; null where pictures have places of their own.</param>
    /// <returns>False when they are damaged.</returns>
    public static bool Read(ReadOnlySpan<byte> block, AudioDraft draft, long? page)
    {
        var marks = new ChapterMarks();
        var walk = new VorbisCommentWalk(block);
        while (walk.MoveNext())
        {
            string name = Encoding.ASCII.GetString(walk.Name[..Math.Min(walk.Name.Length, 64)]);
            if (name.Equals(Picture, StringComparison.OrdinalIgnoreCase))
            {
                TakePicture(walk.Value, draft, page, walk.Index);
            }
            else if (!name.StartsWith(OldPicture, StringComparison.OrdinalIgnoreCase))
            {
                string text = Encoding.UTF8.GetString(walk.Value[..Math.Min(walk.Value.Length, TextLimit)]);
                if (!marks.Take(name, text))
                {
                    draft.Tags.Add(name, text);
                }
            }
        }

        marks.AddTo(draft);
        if (walk.IsDamaged)
        {
            draft.Findings.Warn(FindingCodes.AudioTagDamaged, "comments");
        }

        return !walk.IsDamaged;
    }

    /// <summary>The PICTURE block in the comment that the entry names; null when there is none.</summary>
    public static byte[]? PictureBlock(ReadOnlySpan<byte> block, string entry)
    {
        var walk = new VorbisCommentWalk(block);
        while (walk.MoveNext())
        {
            if (entry == Entry(walk.Index, isFront: false) || entry == Entry(walk.Index, isFront: true))
            {
                byte[] decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(walk.Value.Length)];
                Base64.DecodeFromUtf8(walk.Value, decoded, out _, out int written);
                return decoded[..written];
            }
        }

        return null;
    }

    private static void TakePicture(ReadOnlySpan<byte> value, AudioDraft draft, long? page, int index)
    {
        if (page is null || draft.Cover?.Entry.EndsWith(FrontMark, StringComparison.Ordinal) == true)
        {
            return;
        }

        byte[] head = new byte[HeadLimit];
        int wanted = Math.Min(value.Length, HeadLimit) / 4 * 4;
        Base64.DecodeFromUtf8(value[..wanted], head, out _, out int written, isFinalBlock: false);
        if (
            FlacReader.PictureIn(head.AsSpan(0, written)) is not { Length: > 0 } place
            || place.Start + (long)place.Length > (value.Length * 3L / 4)
            || place.Start > written
            || PictureFacts.Sniff(head.AsSpan(place.Start, written - place.Start)) is null
        )
        {
            draft.Findings.Warn(FindingCodes.AudioPictureUnsupported);
            return;
        }

        bool isFront = place.Kind == 3;
        if (draft.Cover is null || isFront)
        {
            draft.Cover = new EmbeddedPicture(
                Entry(index, isFront),
                page.Value,
                value.Length,
                place.Length,
                PictureMethods.OggComment
            );
        }
    }

    private static string Entry(int index, bool isFront) =>
        string.Create(CultureInfo.InvariantCulture, $"comment/{index}{(isFront ? FrontMark : "")}");
}
