using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Music;

/// <summary>The rules for what folders of music are; <see cref="MusicRules"/> lists them with the others.</summary>
internal static partial class MusicFolderRules
{
    internal static readonly NameRule Disc = new(
        "music.disc-folder",
        "CD1, Disc 2, Disk 03 - Title and Digital Media 1 are discs of the album above.",
        "jellyfin.",
        DiscPattern()
    );

    internal static readonly NameRule Volume = new(
        "music.volume-folder",
        "Vol 2, Volume 2, Part 2, Act 2 and LP 2 are discs of the album above.",
        "jellyfin. Albums are called so too (Vol. 4 of Black Sabbath), so an artist's folder above makes an album of one.",
        VolumePattern()
    );

    internal static readonly NameRule TitledDisc = new(
        "music.titled-disc-folder",
        "Album (Disc 1) in a folder called Album is a disc of it.",
        "Box sets; jellyfin makes an album of each."
    );

    internal static readonly NameRule Type = new(
        "music.type-folder",
        "Albums, Singles, EPs, Live and the like between artist and album say what kind of release the albums are.",
        "jellyfin has the words in English. Directly above tracks with numbers such a folder is an album: Live of AC/DC."
    );

    internal static readonly NameRule Shelf = new(
        "music.shelf",
        "A folder called Music, FLAC, Downloads or A-C is a shelf and no artist.",
        "Roots are chosen one level too high.",
        ShelfPattern()
    );

    internal static readonly NameRule Album = new(
        "music.album-folder",
        "The folder that the tracks, or their disc folders, lie in is the album.",
        "jellyfin, lidarr."
    );

    internal static readonly NameRule Artist = new(
        "music.artist-folder",
        "The folder above the album is the artist.",
        "jellyfin, lidarr. Compilations and Soundtracks there are shelves: iTunes keeps albums of several artists so."
    );

    internal static readonly NameRule LooseFolder = new(
        "music.loose-folder",
        "A folder whose name is what its files begin with (Artist/Artist - Title) is the artist.",
        "Songs without albums."
    );

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Number =
        @"[\s._\-#()]{0,4}(?<number>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}0-9]|\.[0-9])"
        + @"(?:\s?(?:of|von|de|/)\s?[0-9]{1,3}(?![0-9]))?[\])]?(?=$|[\s._\-–:,(\[])(?<title>.*)$";

    [GeneratedRegex(@"^[\[(]?(?:cd|dis[ck]|disque|dvd|digital[\s._-]?media)" + Number, Options)]
    private static partial Regex DiscPattern();

    [GeneratedRegex(@"^[\[(]?(?:volume|vol|part|act|lp)" + Number, Options)]
    private static partial Regex VolumePattern();

    [GeneratedRegex(
        @"^(?:music|musik|musique|musica|música|my\smusic|audio|songs?|tracks|media|library|collection|flac|mp3|alac|lossless|lossy|hi-?res|vinyl|"
            + @"downloads?|unsorted|unsortiert|incoming|complete|torrents?|mnt|home|artists|interpreten|discography|[a-z]:|[a-z#]|0-9|[a-z]\s?-\s?[a-z])$",
        Options
    )]
    private static partial Regex ShelfPattern();
}
