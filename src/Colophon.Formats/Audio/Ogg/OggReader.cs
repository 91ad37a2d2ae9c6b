using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Media;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>
/// Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), FLAC or Speex: the first audio stream, its comments, its length from the last
/// page. Other streams between its pages are jumped over.
/// </summary>
internal static class OggReader
{
    private const int StreamLimit = 64;
    private const int HeaderLimit = 4 * 1024;

    public static void Read(MediaBytes bytes, AudioDraft draft)
    {
        var serials = new HashSet<uint>();
        OggPage? page = OggPage.Read(bytes, Id3Tag.End(bytes, 0));
        OggPage? own = null;
        OggStream? stream = null;
        for (int i = 0; i < StreamLimit && page is { IsFirst: true }; i++)
        {
            serials.Add(page.Serial);
            if (stream is null)
            {
                using PooledBytes packet = OggPackets.Read(bytes, page, 0, HeaderLimit, out _);
                stream = OggStream.Of(packet.Span);
                own = page;
            }

            page = OggPage.Read(bytes, page.End);
        }

        if (stream is null || own is null)
        {
            return;
        }

        bool areCommentsWhole = ReadComments(bytes, draft, stream, own);
        double? seconds = stream.Facts.DurationSeconds ?? new OggLength(bytes, stream, own, serials).Seconds();
        if (!areCommentsWhole && seconds is null)
        {
            // no player starts without the headers that follow the comments
            draft.Findings.Fail(FindingCodes.AudioTruncated);
        }

        long? rate = seconds is > 0 ? (long)(bytes.Length * 8 / seconds) : stream.Facts.BitRate;
        draft.Stream = stream.Facts with { DurationSeconds = seconds, BitRate = rate };
    }

    /// <summary>The comments are the second packet; they begin on a page of their own (or, against the rules, on the first).</summary>
    private static bool ReadComments(MediaBytes bytes, AudioDraft draft, OggStream stream, OggPage first)
    {
        bool isOnFirst = OggPackets.Ends(first) > 1;
        OggPage? page = isOnFirst ? first : OggPackets.Following(bytes, first, first.Serial);
        if (page is null)
        {
            draft.Findings.Warn(FindingCodes.AudioTruncated);
            return false;
        }

        using PooledBytes packet = OggPackets.Read(
            bytes,
            page,
            isOnFirst ? 1 : 0,
            OggPackets.PacketLimit,
            out bool isWhole
        );
        if (!isWhole)
        {
            draft.Findings.Warn(FindingCodes.AudioTruncated);
        }

        ReadOnlySpan<byte> comments = stream.CommentsIn(packet.Span);
        return VorbisComments.Read(comments, draft, isOnFirst ? null : page.Offset) && isWhole;
    }
}
