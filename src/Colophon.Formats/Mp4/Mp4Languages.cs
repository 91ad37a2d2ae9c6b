namespace Colophon.Formats.Mp4;

/// <summary>The language of a track (<c>mdhd</c>): three packed letters; in QuickTime files also a number of its own.</summary>
internal static class Mp4Languages
{
    private const int FirstPacked = 0x400;

    // QuickTime File Format, Language code values, from 0
    private static readonly string[] _numbered =
    [
        .. (
            "eng fra deu ita nld swe spa dan por nor heb jpn ara fin ell isl mlt tur hrv zho urd hin tha kor lit pol "
            + "hun est lav smi fao fas rus zho nld gle sqi ron ces slk slv yid srp mkd bul ukr bel"
        ).Split(' '),
    ];

    /// <summary>ISO knows no numbers: there a zero is what a program left empty, not English.</summary>
    public static string? Of(uint code, bool isQuickTime)
    {
        if (code < FirstPacked)
        {
            return isQuickTime && code < _numbered.Length ? _numbered[code] : null;
        }

        Span<char> letters = stackalloc char[3];
        for (int i = 0; i < 3; i++)
        {
            uint letter = (code >> (10 - (5 * i))) & 0x1F;
            if (letter is 0 or > 26)
            {
                return null;
            }

            letters[i] = (char)('a' + letter - 1);
        }

        return letters.ToString();
    }
}
