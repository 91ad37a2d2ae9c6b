using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Media;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Mpeg;

/// <summary>MP3: ID3v2 tags, frames, APE and ID3v1 tags at the end; what comes first counts most.</summary>
internal static class Mp3Reader
{
    private const int TagLimit = 8;

    public static void Read(MediaBytes bytes, AudioDraft draft)
    {
        long start = 0;
        for (int i = 0; i < TagLimit; i++)
        {
            long end = new Id3Reader(bytes, draft).Read(start);
            if (end == start)
            {
                break;
            }

            start = end;
        }

        long audioEnd = bytes.Length;
        var old = new TagDraft();
        if (Id3v1.Read(bytes, old))
        {
            audioEnd -= Id3v1.Length;
        }

        var ape = new TagDraft();
        audioEnd = ApeTag.Read(bytes, audioEnd, ape);
        draft.Tags.AddMissing(ape);
        draft.Tags.AddMissing(old);
        draft.Stream = new MpegStream(bytes, start, audioEnd).Read() ?? AudioStream.None;
    }
}
