using System.Globalization;

namespace Colophon.Formats.Tags;

/// <summary>The genres that have numbers (ID3v1, appendix A; the rest by Winamp), and what ID3v2 makes of them.</summary>
internal static class Id3Genres
{
    private static readonly string[] _names = (
        "Blues|Classic Rock|Country|Dance|Disco|Funk|Grunge|Hip-Hop|Jazz|Metal|New Age|Oldies|Other|Pop|R&B|Rap|Reggae|Rock|"
        + "Techno|Industrial|Alternative|Ska|Death Metal|Pranks|Soundtrack|Euro-Techno|Ambient|Trip-Hop|Vocal|Jazz+Funk|Fusion|"
        + "Trance|Classical|Instrumental|Acid|House|Game|Sound Clip|Gospel|Noise|Alternative Rock|Bass|Soul|Punk|Space|"
        + "Meditative|Instrumental Pop|Instrumental Rock|Ethnic|Gothic|Darkwave|Techno-Industrial|Electronic|Pop-Folk|"
        + "Eurodance|Dream|Southern Rock|Comedy|Cult|Gangsta|Top 40|Christian Rap|Pop/Funk|Jungle|Native American|Cabaret|"
        + "New Wave|Psychedelic|Rave|Showtunes|Trailer|Lo-Fi|Tribal|Acid Punk|Acid Jazz|Polka|Retro|Musical|Rock & Roll|"
        + "Hard Rock|Folk|Folk-Rock|National Folk|Swing|Fast Fusion|Bebop|Latin|Revival|Celtic|Bluegrass|Avantgarde|"
        + "Gothic Rock|Progressive Rock|Psychedelic Rock|Symphonic Rock|Slow Rock|Big Band|Chorus|Easy Listening|Acoustic|"
        + "Humour|Speech|Chanson|Opera|Chamber Music|Sonata|Symphony|Booty Bass|Primus|Porn Groove|Satire|Slow Jam|Club|"
        + "Tango|Samba|Folklore|Ballad|Power Ballad|Rhythmic Soul|Freestyle|Duet|Punk Rock|Drum Solo|A Cappella|Euro-House|"
        + "Dance Hall|Goa|Drum & Bass|Club-House|Hardcore|Terror|Indie|BritPop|Afro-Punk|Polsk Punk|Beat|Christian Gangsta|"
        + "Heavy Metal|Black Metal|Crossover|Contemporary Christian|Christian Rock|Merengue|Salsa|Thrash Metal|Anime|JPop|"
        + "Synthpop|Abstract|Art Rock|Baroque|Bhangra|Big Beat|Breakbeat|Chillout|Downtempo|Dub|EBM|Eclectic|Electro|"
        + "Electroclash|Emo|Experimental|Garage|Global|IDM|Illbient|Industro-Goth|Jam Band|Krautrock|Leftfield|Lounge|"
        + "Math Rock|New Romantic|Nu-Breakz|Post-Punk|Post-Rock|Psytrance|Shoegaze|Space Rock|Trop Rock|World Music|"
        + "Neoclassical|Audiobook|Audio Theatre|Neue Deutsche Welle|Podcast|Indie Rock|G-Funk|Dubstep|Garage Rock|Psybient"
    ).Split('|');

    /// <summary>The genre of a number; null when there is none.</summary>
    public static string? Of(int number) => number >= 0 && number < _names.Length ? _names[number] : null;

    /// <summary>"(17)", "17", "(51)(39)Trance", "((raw)": references and names, in the order given (ID3v2.3, 4.2.1).</summary>
    public static IEnumerable<string> Parse(string text)
    {
        string rest = text.Trim();
        while (rest.StartsWith('(') && !rest.StartsWith("((", StringComparison.Ordinal))
        {
            int end = rest.IndexOf(')', StringComparison.Ordinal);
            if (end < 0 || Reference(rest[1..end]) is not { } genre)
            {
                break;
            }

            rest = rest[(end + 1)..].Trim();
            // a name behind its number is the same genre, in better words
            if (rest.Length == 0 || rest.StartsWith('('))
            {
                yield return genre;
            }
        }

        rest = rest.StartsWith("((", StringComparison.Ordinal) ? rest[1..] : rest;
        if (rest.Length > 0)
        {
            yield return Reference(rest) ?? rest;
        }
    }

    private static string? Reference(string text) =>
        text switch
        {
            "RX" => "Remix",
            "CR" => "Cover",
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? Of(number)
                : null,
        };
}
