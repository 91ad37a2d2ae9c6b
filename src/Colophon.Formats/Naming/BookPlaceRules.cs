using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>Rules for where a book lies: what folders and files are, and which of them bears which name.</summary>
internal static partial class BookPlaceRules
{
    internal static readonly NameRule Shelf = new(
        "book.shelf",
        "Folders above author, series and title are shelves and say nothing.",
        "audiobookshelf takes the last three folders."
    );

    internal static readonly NameRule DiscFolder = new(
        "book.disc",
        "A disc folder of an audiobook belongs to the folder above it.",
        "audiobookshelf, plex.",
        DiscPattern()
    );

    internal static readonly NameRule ExtraFile = new(
        "book.extra-file",
        "An audio file called extra, bonus, trailer or sample is no part of the audiobook beside it.",
        "jellyfin. Alone it is a book.",
        ExtraPattern()
    );

    internal static readonly NameRule AudioRemarks = new(
        "book.audio-remarks",
        "(Unabridged), [Abridged], (Audiobook) and (Disc 2) behind an audiobook's title say nothing about which book it is.",
        "Audible, iTunes; only for telling which files belong together, the title is shown as it is written.",
        AudioRemarksPattern()
    );

    internal static readonly NameRule AuthorFolder = new(
        "book.author-folder",
        "The folder above title (and series) is the author.",
        "Author/Title and Author/Series/Title, as calibre, audiobookshelf and jellyfin have it."
    );

    internal static readonly NameRule SeriesFolder = new(
        "book.series-folder",
        "The folder between author and title is the series.",
        "audiobookshelf, jellyfin."
    );

    internal static readonly NameRule NumberedFile = new(
        "book.numbered-file",
        "A numbered book file under an author's folder lies in a folder that is its series.",
        "Author/Series/NN - Title.epub; audio files with numbers are parts instead, so this is not for them."
    );

    internal static readonly NameRule TitleFolder = new(
        "book.title-folder",
        "The folder the file lies in bears the title.",
        "Author/Title/file: file names are worse than folder names in most libraries."
    );

    internal static readonly NameRule TitleFile = new(
        "book.title-file",
        "The file's name bears the title.",
        "Files directly in a root, an author's or a series' folder."
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"^[(\[]?(?:cd|dis[ck]|dvd|part|teil|side|seite|tape|cassette|kassette|track)\s*[-_.#]?\s*(?<number>[0-9]{1,3})(?:\s*(?:of|von|-|/)\s*[0-9]{1,3})?[)\]]?$",
        Options
    )]
    private static partial Regex DiscPattern();

    [GeneratedRegex(@"(?:^|[\s._-])(?:extras?|bonus|trailer|sample)(?:[\s._-]*[0-9]{1,2})?$", Options)]
    private static partial Regex ExtraPattern();

    [GeneratedRegex(
        @"\s*[(\[]\s*(?:unabridged|abridged|audiobook|audio book|hörbuch|ungekürzt|gekürzt|(?:cd|dis[ck])\s*[0-9]{1,3}(?:\s*of\s*[0-9]{1,3})?)\s*[)\]]|[\s,:_-]+(?:unabridged|ungekürzt|(?:cd|dis[ck])\s*[0-9]{1,3})\s*$",
        Options
    )]
    private static partial Regex AudioRemarksPattern();
}
