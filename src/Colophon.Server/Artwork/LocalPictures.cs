using System.Globalization;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>A picture file beside a book or a film.</summary>
/// <param name="Name">As the folder spells it.</param>
/// <param name="Type">One of <see cref="Catalog.AssetTypes"/>.</param>
/// <param name="Language">ISO 639-1, perhaps with a region (<c>pt-BR</c>), when the name says so.</param>
public sealed record LocalPicture(string Name, string Type, string? Language);

/// <summary>Whose the folder is that an item's file lies in.</summary>
public enum FolderOwner
{
    /// <summary>The item's own: <c>cover.jpg</c> belongs to it.</summary>
    Item,

    /// <summary>Shared with other items (a root, an author's folder, a folder of comics or of several films): only pictures named after the file count.</summary>
    Shared,
}

/// <summary>
/// Which picture files of a folder belong to a book or a film. The names are those Kodi, Jellyfin, Komga, Kavita and audiobookshelf
/// know; the order of the table is the order of preference.
/// </summary>
public static class LocalPictures
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];

    private static readonly (string Word, string Type)[] Words =
    [
        ("cover", AssetTypes.Cover),
        ("folder", AssetTypes.Cover),
        ("poster", AssetTypes.Cover),
        ("front", AssetTypes.Cover),
        ("default", AssetTypes.Cover),
        ("jacket", AssetTypes.Cover),
        ("fanart", AssetTypes.Fanart),
        ("backdrop", AssetTypes.Fanart),
        ("background", AssetTypes.Fanart),
        ("banner", AssetTypes.Banner),
        ("clearlogo", AssetTypes.ClearLogo),
        ("logo", AssetTypes.ClearLogo),
        ("clearart", AssetTypes.ClearArt),
        ("landscape", AssetTypes.Landscape),
        ("thumb", AssetTypes.Landscape),
        ("discart", AssetTypes.DiscArt),
        ("keyart", AssetTypes.KeyArt),
        ("characterart", AssetTypes.CharacterArt),
    ];

    /// <summary>Whether a file's name ends like a picture this program reads.</summary>
    public static bool IsPictureName(string fileName) =>
        ExtensionRank(fileName) < Extensions.Length && !fileName.StartsWith('.');

    /// <summary>The pictures of the item, best first; of equal ones in byte order of their names.</summary>
    /// <param name="fileNames">The names of the folder's files.</param>
    /// <param name="stem">The name of the item's file without its extension; null when only the folder's names count.</param>
    public static IReadOnlyList<LocalPicture> Beside(
        IReadOnlyList<string> fileNames,
        string? stem,
        FolderOwner owner = FolderOwner.Item
    )
    {
        var found = new List<Ranked>();
        foreach (var name in fileNames)
        {
            if (IsPictureName(name) && Match(name, stem, owner) is { } match)
                found.Add(new Ranked(match.Rank, new LocalPicture(name, match.Type, match.Language)));
        }
        found.Sort(Compare);
        return found.ConvertAll(entry => entry.Picture);
    }

    private static ((Named, int, int, Spoken, int) Rank, string Type, string? Language)? Match(
        string name,
        string? stem,
        FolderOwner owner
    )
    {
        var bare = name[..name.LastIndexOf('.')];
        if (stem is { Length: > 0 } && After(bare, stem) is { } rest)
            return Read(rest, Named.AfterFile, ExtensionRank(name));
        return owner == FolderOwner.Item ? Read(bare, Named.AfterFolder, ExtensionRank(name)) : null;
    }

    /// <summary>What follows the stem: nothing, or a part that begins with a dot or a dash; null for another file's picture.</summary>
    private static string? After(string bare, string stem)
    {
        if (!bare.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = bare[stem.Length..];
        return rest is "" || rest[0] is '.' or '-' ? rest : null;
    }

    private static ((Named, int, int, Spoken, int) Rank, string Type, string? Language)? Read(
        string text,
        Named named,
        int extension
    )
    {
        var (rest, language) = TakeLanguage(text);
        var number = TakeNumber(ref rest);
        if (named == Named.AfterFile)
            rest = TakeMediaExtension(rest).TrimStart('.', '-');
        if (rest is "" && named == Named.AfterFile)
            return ((named, -1, number, SpokenBy(language), extension), AssetTypes.Cover, language);
        for (var word = 0; word < Words.Length; word++)
        {
            if (rest.Equals(Words[word].Word, StringComparison.OrdinalIgnoreCase))
                return ((named, word, number, SpokenBy(language), extension), Words[word].Type, language);
        }
        return null;
    }

    /// <summary><c>cover.de</c>, <c>Title.cover.pt-BR</c>: two letters after a dot, perhaps with a region.</summary>
    private static (string Bare, string? Language) TakeLanguage(string text)
    {
        var dot = text.LastIndexOf('.');
        if (dot < 0)
            return (text, null);
        var tag = text.AsSpan(dot + 1);
        var isLanguage = tag.Length == 2 && AllLetters(tag);
        var hasRegion = tag.Length == 5 && tag[2] == '-' && AllLetters(tag[..2]) && AllLetters(tag[3..]);
        if (!isLanguage && !hasRegion)
            return (text, null);
        var language = tag[..2].ToString().ToLowerInvariant();
        return (text[..dot], hasRegion ? language + "-" + tag[3..].ToString().ToUpperInvariant() : language);
    }

    /// <summary><c>cover-2</c>, <c>fanart3</c>: further pictures of a kind. Two digits at most, so that a year is no number.</summary>
    private static int TakeNumber(ref string text)
    {
        var start = text.Length;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (text.Length - start is 0 or > 2)
            return 0;
        var number = int.Parse(text.AsSpan(start), CultureInfo.InvariantCulture);
        text = start > 0 && text[start - 1] == '-' ? text[..(start - 1)] : text[..start];
        return number;
    }

    /// <summary><c>Title.epub.cover.jpg</c>: some programs append to the whole file name.</summary>
    private static string TakeMediaExtension(string rest)
    {
        if (rest is "" || rest[0] != '.')
            return rest;
        var end = rest.AsSpan(1).IndexOfAny('.', '-');
        var extension = end < 0 ? rest.AsSpan(1) : rest.AsSpan(1, end);
        return
            extension.ToString().ToLowerInvariant()
                is "epub"
                    or "pdf"
                    or "cbz"
                    or "cbr"
                    or "cb7"
                    or "m4b"
                    or "m4a"
                    or "mp3"
            ? rest[(extension.Length + 1)..]
            : rest;
    }

    private static bool AllLetters(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter))
                return false;
        }
        return true;
    }

    private static int ExtensionRank(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var rank =
            dot <= 0
                ? -1
                : Array.FindIndex(
                    Extensions,
                    extension => fileName.AsSpan(dot).Equals(extension, StringComparison.OrdinalIgnoreCase)
                );
        return rank < 0 ? Extensions.Length : rank;
    }

    private static int Compare(Ranked left, Ranked right)
    {
        var byRank = left.Rank.CompareTo(right.Rank);
        return byRank != 0 ? byRank : string.CompareOrdinal(left.Picture.Name, right.Picture.Name);
    }

    private sealed record Ranked((Named, int, int, Spoken, int) Rank, LocalPicture Picture);

    private static Spoken SpokenBy(string? language) => language is null ? Spoken.AnyLanguage : Spoken.OneLanguage;

    private enum Spoken
    {
        AnyLanguage,
        OneLanguage,
    }

    private enum Named
    {
        AfterFile,
        AfterFolder,
    }
}
