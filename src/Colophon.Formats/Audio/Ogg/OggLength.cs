using Colophon.Formats.Media;

namespace Colophon.Formats.Audio.Ogg;

/// <summary>
/// How long a stream is: the position on its last page, looked for from the end of the file. When that page is of a stream that
/// was not there at the beginning, streams follow each other (RFC 3533, 4), and the pages are walked once.
/// </summary>
internal sealed class OggLength(MediaBytes bytes, OggStream stream, OggPage first, IReadOnlySet<uint> serials)
{
    private const int TailLimit = 256 * 1024;
    private const int PageLimit = 200_000;

    public double? Seconds()
    {
        OggPage? last = LastPage(out bool isChained);
        long? end = isChained ? Walked() : last?.Granule;
        return end is { } units && units > stream.PreSkip
            ? (units - stream.PreSkip) / (double)stream.GranuleRate
            : null;
    }

    private OggPage? LastPage(out bool isChained)
    {
        isChained = false;
        byte[] tail = bytes.Copy(Math.Max(0, bytes.Length - TailLimit), TailLimit, TailLimit);
        long start = bytes.Length - tail.Length;
        for (int at = tail.Length; at > 0; )
        {
            at = tail.AsSpan(0, at).LastIndexOf("OggS"u8);
            if (at < 0)
            {
                break;
            }

            if (OggPage.Read(bytes, start + at) is not { } page)
            {
                continue;
            }

            isChained |= !serials.Contains(page.Serial);
            if (page.Serial == first.Serial && page.Granule >= 0)
            {
                return page;
            }
        }

        return null;
    }

    /// <summary>The units of all streams that follow each other, each counted from its own beginning.</summary>
    private long? Walked()
    {
        long total = 0;
        long inThis = 0;
        OggPage? page = first;
        for (int i = 0; i < PageLimit && page is not null; i++)
        {
            if (page.IsFirst && inThis > 0)
            {
                (total, inThis) = (total + inThis, 0);
            }

            inThis = Math.Max(inThis, page.Granule);
            page = OggPage.Read(bytes, page.End);
        }

        return total + inThis;
    }
}
