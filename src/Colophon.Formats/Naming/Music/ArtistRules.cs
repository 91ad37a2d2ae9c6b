using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Music;

/// <summary>The rules for names of artists; <see cref="MusicRules"/> lists them with those for folders and files.</summary>
internal static partial class ArtistRules
{
    internal static readonly NameRule Various = new(
        "artist.various",
        "VA, Various, Verschiedene Interpreten and their kin are Various Artists.",
        "MusicBrainz has one artist for all of them."
    );

    internal static readonly NameRule Featured = new(
        "artist.featured",
        "feat., ft. and featuring, bare or in brackets, name guests.",
        "lidarr, Picard. The title keeps the words where a tag has them.",
        FeaturedPattern()
    );

    internal static readonly NameRule With = new(
        "artist.with",
        "with names a guest in brackets only.",
        "Songs are called so: Dancing with Myself. In brackets too, where no name follows: (With Strings).",
        WithPattern()
    );

    internal static readonly NameRule Several = new(
        "artist.several",
        "One value names several artists where they are divided by semicolons, slashes with spaces or zeros.",
        "Never by commas, & and bare slashes: Earth, Wind & Fire; AC/DC.",
        SeveralPattern()
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"(?<=\S)\s*(?:\((?:feat(?:\.|uring|\b)|ft\b\.?|w/)\s*(?<names>[^()]{1,200}(?:\([^()]{0,60}\)[^()]{0,60})?)\)|\[(?:feat(?:\.|uring|\b)|ft\b\.?|w/)\s*(?<names>[^\[\]]{1,200})\]"
            + @"|(?<=[\s])(?:feat\.?|ft\.?|featuring)\s(?<names>[^()\[\]]{1,200}?)(?=\s*[(\[]|\s[-–]\s|$))",
        Options
    )]
    private static partial Regex FeaturedPattern();

    [GeneratedRegex(
        @"(?<=\S)\s*[(\[]with\s(?!(?:strings|intro|outro|lyrics|vocals?|orchestra|choir|commentary|bonus|applause|love|drums)\b)(?<names>(?-i:\p{Lu})[^()\[\]]{0,200})[)\]]",
        Options
    )]
    private static partial Regex WithPattern();

    // the semicolon of "&amp;" divides nothing
    [GeneratedRegex(@"\s*(?:(?<!&(?:[a-z]{2,6}|#[0-9]{1,5}));|\s/\s|\0)\s*", Options)]
    private static partial Regex SeveralPattern();
}
