using System.Text.RegularExpressions;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>
/// Which files of a folder make a unit of a book library. A folder of book files without further book folders is one unit;
/// files beside such folders (a root, an author's folder) are a unit each, with what shares their stem.
/// </summary>
internal static partial class BookFolders
{
    public static IReadOnlyList<UnitSketch> UnitsOf(FolderView folder, Func<string, bool> isBookFile)
    {
        var books = folder.Files.Where(file => isBookFile(file.Name)).ToList();
        if (books.Count == 0)
            return [];
        var isShared = folder.RelativePath.Length == 0 || folder.Subfolders.Any(name => !PartOfBook().IsMatch(name));
        if (!isShared)
            return [new UnitSketch(folder.RelativePath, folder.Files)];
        return
        [
            .. books.Select(book => new UnitSketch(
                FolderSight.Join(folder.RelativePath, book.Name),
                [.. folder.Files.Where(file => file.Name == book.Name || IsCompanion(file, book, isBookFile))]
            )),
        ];
    }

    /// <summary>The file's name without its extension.</summary>
    public static string Stem(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot <= 0 ? name : name[..dot];
    }

    private static bool IsCompanion(FolderEntry file, FolderEntry book, Func<string, bool> isBookFile)
    {
        var stem = Stem(book.Name);
        return file.Name.Length > stem.Length
            && file.Name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
            && file.Name[stem.Length] is '.' or '-'
            && !isBookFile(file.Name);
    }

    /// <summary>Folders that belong to the book beside them: discs, extras, pictures.</summary>
    [GeneratedRegex(
        @"^(?:(?:cd|dis[ck]|part|side)[ ._-]*\d{1,3}|extras?|bonus|supplements?|images?|pictures?|covers?|artwork|scans|metadata)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PartOfBook();
}
