using System.Collections.Frozen;
using System.Globalization;
using Colophon.Server.Artwork;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;

namespace Colophon.Server.Publishing.Plan;

/// <summary>
/// What other programs call pictures beside media. Of the names that a program takes, those that a scan here takes for the same:
/// with the database lost, what was published is found again as what it is.
/// </summary>
public static class PublishNames
{
    private static readonly FrozenDictionary<(string, PictureSubject), FrozenDictionary<string, string>> Words =
        new Dictionary<(string, PictureSubject), FrozenDictionary<string, string>>
        {
            [(PublishPrograms.Kodi, PictureSubject.Movie)] = Of(
                "poster fanart banner clearlogo clearart landscape discart keyart characterart"
            ),
            [(PublishPrograms.Kodi, PictureSubject.Show)] = Of(
                "poster fanart banner clearlogo clearart landscape keyart characterart"
            ),
            [(PublishPrograms.Kodi, PictureSubject.Season)] = Of("poster fanart banner clearlogo clearart landscape"),
            [(PublishPrograms.Kodi, PictureSubject.Episode)] = Of("cover=thumb"),
            [(PublishPrograms.Kodi, PictureSubject.Artist)] = Of(
                "cover=folder fanart banner clearlogo clearart landscape"
            ),
            [(PublishPrograms.Kodi, PictureSubject.Album)] = Of("cover=folder discart"),
            [(PublishPrograms.Jellyfin, PictureSubject.Movie)] = Of(
                "poster fanart=backdrop banner clearlogo clearart landscape discart=disc"
            ),
            [(PublishPrograms.Jellyfin, PictureSubject.Show)] = Of(
                "poster fanart=backdrop banner clearlogo clearart landscape"
            ),
            // Among a show's own pictures those of a season go by "fanart" only.
            [(PublishPrograms.Jellyfin, PictureSubject.Season)] = Of("poster fanart banner landscape"),
            [(PublishPrograms.Jellyfin, PictureSubject.Episode)] = Of("cover=thumb"),
            [(PublishPrograms.Jellyfin, PictureSubject.Artist)] = Of(
                "cover=folder fanart=backdrop banner clearlogo clearart landscape"
            ),
            [(PublishPrograms.Jellyfin, PictureSubject.Album)] = Of("cover=folder discart=disc"),
            [(PublishPrograms.Plex, PictureSubject.Movie)] = Of("poster fanart clearlogo"),
            [(PublishPrograms.Plex, PictureSubject.Show)] = Of("poster fanart banner clearlogo"),
            [(PublishPrograms.Plex, PictureSubject.Season)] = Of("poster"),
            [(PublishPrograms.Plex, PictureSubject.Episode)] = Of("cover"),
            [(PublishPrograms.Plex, PictureSubject.Artist)] = Of("cover=poster fanart"),
            [(PublishPrograms.Plex, PictureSubject.Album)] = Of("cover"),
        }.ToFrozenDictionary();

    /// <summary>Whether the program reads NFOs.</summary>
    public static bool ReadsNfos(string program) => program != PublishPrograms.Plex;

    /// <summary>What the one picture that stands for an item is to the programs.</summary>
    public static string MainType(PictureSubject subject) =>
        subject is PictureSubject.Movie or PictureSubject.Show or PictureSubject.Season
            ? AssetTypes.Poster
            : AssetTypes.Cover;

    /// <summary>The path below the root, without an extension; null where the program has no name for it.</summary>
    /// <param name="number">From 0: further pictures of the type.</param>
    public static string? PathOf(string program, PublishPlace place, string type, int number)
    {
        if (!Words[(program, place.Subject)].TryGetValue(type, out var word))
            return null;
        var numbered = word + NumberOf(program, number);
        return place.Subject switch
        {
            PictureSubject.Season => OfSeason(program, place, numbered),
            _ when place.Folder is null => null,
            // Plex takes what has just the name of the file.
            _ when program == PublishPrograms.Plex && place.Stem is not null && type == MainType(place.Subject) => Join(
                place.Folder,
                place.Stem
            ),
            _ => Join(place.Folder, place.Stem is null ? numbered : $"{place.Stem}-{numbered}"),
        };
    }

    private static string? OfSeason(string program, PublishPlace place, string word)
    {
        if (place.Season is not { } season)
            return null;
        var number = season.ToString("00", CultureInfo.InvariantCulture);
        return program switch
        {
            PublishPrograms.Plex => place.SeasonFolder is { } own
                ? Join(own, season == 0 ? $"season-specials-{word}" : $"Season{number}")
                : null,
            PublishPrograms.Jellyfin when place.SeasonFolder is { } own => Join(own, word),
            _ => place.Folder is { } show
                ? Join(show, season == 0 ? $"season-specials-{word}" : $"season{number}-{word}")
                : null,
        };
    }

    private static string NumberOf(string program, int number) =>
        number == 0 ? ""
        : program == PublishPrograms.Plex ? string.Create(CultureInfo.InvariantCulture, $"-{number + 1}")
        : number.ToString(CultureInfo.InvariantCulture);

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static FrozenDictionary<string, string> Of(string words) =>
        words
            .Split(' ')
            .Select(word => word.Split('='))
            .ToFrozenDictionary(word => word[0], word => word[^1], StringComparer.Ordinal);
}
