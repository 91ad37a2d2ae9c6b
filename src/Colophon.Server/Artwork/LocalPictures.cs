using System.Globalization;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>A picture file beside media.</summary>
/// <param name="Name">As the folder spells it; of one in a folder of pictures its path from here.</param>
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
/// Which picture files of a folder belong to an item, from names alone. <see cref="PictureWords"/> has the names and the order
/// of preference.
/// </summary>
public static class LocalPictures
{
    // what ends on .tbn is a JPEG or a PNG as older versions of Kodi wrote it
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tbn"];

    // Kodi numbers what lies there; the words of the names say nothing more.
    private static readonly Dictionary<string, string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["extrafanart"] = AssetTypes.Fanart,
        ["extrathumbs"] = AssetTypes.Landscape,
    };

    private const string EpisodeFolder = "metadata";

    /// <summary>Whether a file's name ends like a picture this program reads.</summary>
    public static bool IsPictureName(string fileName) =>
        ExtensionRank(fileName) < Extensions.Length && !fileName.StartsWith('.');

    /// <summary>Whether a folder of this name holds pictures of the item whose folder it lies in.</summary>
    public static bool IsPictureFolder(string name) => Folders.ContainsKey(name);

    /// <summary>As <see cref="IsPictureFolder"/>, in folders of shows: there also pictures of episodes.</summary>
    public static bool IsShowPictureFolder(string name) =>
        IsPictureFolder(name) || name.Equals(EpisodeFolder, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pictures of a book, best first; of equal ones in byte order of their names.</summary>
    /// <param name="fileNames">The names of the folder's files.</param>
    /// <param name="stem">The name of the item's file without its extension; null when only the folder's names count.</param>
    public static IReadOnlyList<LocalPicture> Beside(
        IReadOnlyList<string> fileNames,
        string? stem,
        FolderOwner owner = FolderOwner.Item
    ) => Of(PictureSubject.Book, fileNames, stem is null ? [] : [stem], owner);

    /// <summary>The pictures of an item, best first; of equal ones in byte order of their names.</summary>
    /// <param name="paths">Of files, from the folder that the item's files lie in: names, and those in folders of pictures.</param>
    /// <param name="stems">What pictures of the item may be named after: its files without their extensions, its folder.</param>
    public static IReadOnlyList<LocalPicture> Of(
        PictureSubject subject,
        IReadOnlyList<string> paths,
        IReadOnlyList<string> stems,
        FolderOwner owner
    )
    {
        var found = paths.Select(path => Match(path, subject, stems, owner)).OfType<RankedPicture>().ToList();
        found.Sort(RankedPicture.Compare);
        return found.ConvertAll(ranked => ranked.Picture);
    }

    /// <summary>Null for what is no picture of the item.</summary>
    internal static RankedPicture? Match(
        string path,
        PictureSubject subject,
        IReadOnlyList<string> stems,
        FolderOwner owner
    )
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        if (!IsPictureName(name))
            return null;
        var bare = name[..name.LastIndexOf('.')];
        if (slash >= 0 && Folders.TryGetValue(path[..slash], out var type))
            return owner == FolderOwner.Item ? InFolder(path, bare, type) : null;
        var isOfEpisode = subject == PictureSubject.Episode;
        if (slash >= 0 && !(isOfEpisode && path[..slash].Equals(EpisodeFolder, StringComparison.OrdinalIgnoreCase)))
            return null;
        foreach (var stem in stems)
        {
            if (
                stem.Length > 0
                && After(bare, stem) is { } rest
                && Read(path, rest, subject, PictureNamed.AfterFile) is { } ranked
            )
                return ranked;
        }
        return owner == FolderOwner.Item ? Read(path, bare, subject, PictureNamed.AfterFolder) : null;
    }

    private static RankedPicture InFolder(string path, string bare, string type)
    {
        var number = TakeNumber(ref bare);
        return new RankedPicture(
            PictureNamed.InFolder,
            Word: 0,
            number,
            Spoken.AnyLanguage,
            ExtensionRank(path),
            new LocalPicture(path, type, Language: null)
        );
    }

    /// <summary>What follows the stem: nothing, or a part that begins with a dot or a dash; null for another file's picture.</summary>
    private static string? After(string bare, string stem)
    {
        if (!bare.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = bare[stem.Length..];
        return rest is "" || rest[0] is '.' or '-' ? rest : null;
    }

    private static RankedPicture? Read(string path, string text, PictureSubject subject, PictureNamed named)
    {
        var (rest, language) = TakeLanguage(text);
        var number = TakeNumber(ref rest);
        if (named == PictureNamed.AfterFile)
            rest = TakeMediaExtension(rest).TrimStart('.', '-');
        if (rest is "" && named == PictureNamed.AfterFile)
            return Ranked(-1, PictureWords.Plain(subject));
        var words = PictureWords.For(subject);
        var word = Array.FindIndex(words, entry => rest.Equals(entry.Word, StringComparison.OrdinalIgnoreCase));
        return word < 0 ? null : Ranked(word, words[word].Type);

        RankedPicture Ranked(int word, string type) =>
            new(
                named,
                word,
                number,
                language is null ? Spoken.AnyLanguage : Spoken.OneLanguage,
                ExtensionRank(path),
                new LocalPicture(path, type, language)
            );
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
}
