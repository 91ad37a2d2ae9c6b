using System.Collections.Frozen;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>
/// The words that pictures beside media go by, best first. They are those of Kodi, Jellyfin, Komga, Kavita and audiobookshelf.
/// </summary>
internal static class PictureWords
{
    private static readonly (string Word, string Type)[] Shared =
    [
        ("fanart", AssetTypes.Fanart),
        ("backdrop", AssetTypes.Fanart),
        ("background", AssetTypes.Fanart),
        ("art", AssetTypes.Fanart),
        ("banner", AssetTypes.Banner),
        ("clearlogo", AssetTypes.ClearLogo),
        ("logo", AssetTypes.ClearLogo),
        ("clearart", AssetTypes.ClearArt),
        ("landscape", AssetTypes.Landscape),
        ("thumb", AssetTypes.Landscape),
        ("keyart", AssetTypes.KeyArt),
        ("characterart", AssetTypes.CharacterArt),
    ];

    private static readonly FrozenDictionary<PictureSubject, (string Word, string Type)[]> Words = new Dictionary<
        PictureSubject,
        (string, string)[]
    >
    {
        [PictureSubject.Book] = Of(AssetTypes.Cover, "cover folder poster front default jacket", "discart"),
        [PictureSubject.Movie] = Of(AssetTypes.Poster, "poster folder cover default movie", "disc cdart discart"),
        [PictureSubject.Show] = Of(AssetTypes.Poster, "poster folder cover default show", "disc cdart discart"),
        [PictureSubject.Season] = Of(AssetTypes.Poster, "poster folder cover default", "disc cdart discart"),
        // A frame of it is all that an episode has: what is a thumb of others is its cover.
        [PictureSubject.Episode] = Of(AssetTypes.Cover, "thumb poster cover", ""),
        [PictureSubject.Artist] = Of(AssetTypes.Cover, "folder poster cover artist default", ""),
        [PictureSubject.Album] = Of(
            AssetTypes.Cover,
            "folder poster cover jacket default albumart front",
            "cdart disc discart"
        ),
    }.ToFrozenDictionary();

    /// <summary>Of a kind of item; the place in the list is the preference.</summary>
    public static (string Word, string Type)[] For(PictureSubject subject) => Words[subject];

    /// <summary>What a picture without a word is, that is named after the item's file.</summary>
    public static string Plain(PictureSubject subject) => Words[subject][0].Type;

    private static (string, string)[] Of(string first, string words, string discs) =>
        [
            .. Split(words).Select(word => (word, first)),
            .. Shared.Where(shared => !Split(words).Contains(shared.Word)),
            .. Split(discs).Select(word => (word, AssetTypes.DiscArt)),
        ];

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
