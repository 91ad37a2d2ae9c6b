using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>Words that names of music have beside titles and artists, and the separators between those.</summary>
internal static partial class MusicWords
{
    /// <summary>Formats and rates, which nobody calls an album.</summary>
    public const string SureAudio =
        @"(?:mp3|m4a|flac(?:24)?|alac|aac|dsd[0-9]{2,4}|lossless|lossy|vbr|[0-9]{2,4}\s?k(?:bps|bit(?:s|/s)?)|(?:16|24|32)[\s-]?bits?|"
        + @"(?:16|24)[-/](?:44|48|88|96|176|192)(?:[.,][0-9])?|[0-9]{2,3}(?:[.,][0-9])?\s?khz|hi-?res|[0-9]{1,2}\s?x?\s?(?:cds?|lps)|"
        + @"web-?(?:dl|flac|rip)|(?:vinyl|lp|cd)[\s-]?rip)";

    /// <summary>Those that titles have too: they count in brackets of their own.</summary>
    private const string WeakAudio =
        @"(?:ape|ogg|opus|wav|wma|dsf|sacd|cbr|v[0-2]|web|vinyl|cdda|cd[mrs]|cdep|cd|lp|promo(?:\s(?:cd|single))?|advance|retail|rip|"
        + @"[0-9]{1,3}\s?(?:albums?|releases|dis[ck]s|vinyls?)|image|tracks|cue|log|128|192|256|320)";

    /// <summary>Words for an edition of an album.</summary>
    private const string Edition =
        @"(?:re-?master(?:ed|s)?|re-?issue[ds]?|deluxe|expanded|edition|[0-9]{1,3}(?:th|st|nd|rd)\sanniversary|"
        + @"bonus\s(?:tracks?|dis[ck]|cd)|collector'?s|box\s?set|japan(?:ese)?\spress(?:ing)?|mfsl)";

    private const string LoneEdition = "(?:limited|mono|stereo|explicit|clean|anniversary|japan)";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly FrozenDictionary<string, AlbumType> _types = new (AlbumType Type, string Words)[]
    {
        (AlbumType.Album, "album, albums, studio albums, studio, studioalben, alben"),
        (AlbumType.Single, "single, singles, maxi, maxis, maxi single, maxi singles, cd single"),
        (AlbumType.Ep, "ep, eps, ep s"),
        (AlbumType.Broadcast, "broadcast, broadcasts"),
        (AlbumType.Compilation, "compilation, compilations, sampler, samplers, best of"),
        (
            AlbumType.Soundtrack,
            "soundtrack, soundtracks, ost, original soundtrack, original motion picture soundtrack, original score"
        ),
        (AlbumType.SpokenWord, "spoken word, spokenword"),
        (AlbumType.Interview, "interview, interviews"),
        (AlbumType.Live, "live, live album, live albums, concerts"),
        (AlbumType.Remix, "remix, remixes"),
        (AlbumType.DjMix, "dj mix, dj mixes"),
        (AlbumType.Mixtape, "mixtape, mixtapes, mixtape street, street, streets"),
        (AlbumType.Demo, "demo, demos"),
        (AlbumType.Bootleg, "bootleg, bootlegs, unofficial"),
        (AlbumType.Other, "other, others"),
    }
        .SelectMany(line => line.Words.Split(", ").Select(word => (word, line.Type)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.Type, StringComparer.Ordinal);

    /// <summary>The type that a word, in any spelling, stands for.</summary>
    public static AlbumType? TypeOf(string text) =>
        _types.TryGetValue(TextKeys.NameKey(text), out AlbumType type) ? type : null;

    /// <summary>With spaces where a name has underscores for them.</summary>
    public static string Spaced(string text) => text.Contains(' ') ? text : CleanText.Line(text.Replace('_', ' '), 500);

    /// <summary>A name as people write it: dots are spaces only where they stand between words and there are no spaces.</summary>
    public static string Shown(string text)
    {
        bool isDotted = !text.Contains(' ') && InnerDotPattern().IsMatch(text);
        if (isDotted)
        {
            return ReleaseText.Title(text);
        }

        string plain = CleanText.Line(text.Replace('_', ' ').Trim(' ', '-', '–', ','), 500);
        return plain.Length > 0 ? plain : CleanText.Line(text, 500);
    }

    /// <summary>What stands between dashes with spaces around them; dashes in brackets divide nothing.</summary>
    public static List<string> Parts(string text)
    {
        var parts = new List<string>();
        int start = 0;
        foreach (Match dash in DashPattern().Matches(text))
        {
            bool isInside = Depth(text.AsSpan(0, dash.Index)) > 0;
            if (!isInside && dash.Index > start)
            {
                parts.Add(text[start..dash.Index].Trim());
                start = dash.Index + dash.Length;
            }
        }

        parts.Add(text[start..].Trim());
        parts.RemoveAll(part => part.Length == 0);
        return parts;
    }

    private static int Depth(ReadOnlySpan<char> text)
    {
        int depth = 0;
        foreach (char c in text)
        {
            depth += c switch
            {
                '(' or '[' => 1,
                ')' or ']' when depth > 0 => -1,
                _ => 0,
            };
        }

        return depth;
    }

    /// <summary>Whether the text speaks of nothing but format and medium.</summary>
    [GeneratedRegex(
        @"^(?:[\s,;+&/._()-]{0,4}(?:" + SureAudio + "|" + WeakAudio + @")(?![\p{L}0-9]))+[\s,.()]{0,4}$",
        Options
    )]
    public static partial Regex AudioPattern();

    /// <summary>Words of format and rate within a text.</summary>
    [GeneratedRegex(@"(?<![\p{L}0-9])" + SureAudio + @"(?![\p{L}0-9])", Options)]
    public static partial Regex SureAudioPattern();

    /// <summary>Whether the text is about an edition.</summary>
    [GeneratedRegex(@"(?<!\p{L})" + Edition + @"(?!\p{L})|^\s?" + LoneEdition + @"(?:\sversion)?\s?$", Options)]
    public static partial Regex EditionPattern();

    /// <summary>A year that is no end of a span and no part of a longer number.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}0-9.]|[0-9]\s?[-–]\s?)(?<year>19[0-9]{2}|20[0-9]{2})(?![\p{L}0-9]|\s?[-–]\s?[0-9]{4}(?![0-9])|\s?khz)",
        Options
    )]
    public static partial Regex YearPattern();

    [GeneratedRegex(@"[\p{L}0-9]\.\p{L}|\p{L}\.[\p{L}0-9]", Options)]
    private static partial Regex InnerDotPattern();

    [GeneratedRegex(@"\s(?:[-–—]|--)\s", Options)]
    private static partial Regex DashPattern();
}
