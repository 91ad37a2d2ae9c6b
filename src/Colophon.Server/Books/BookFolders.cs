using System.Text.RegularExpressions;
using Colophon.Formats.Naming;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>What a file of a book library is by its name.</summary>
internal enum BookFileKind
{
    NoBook,
    Book,
    Audio,

    /// <summary>A book, or what goes with an audiobook.</summary>
    Document,
}

/// <summary>
/// Which files of a folder make a unit of a book library. A folder of book files without further book folders is one unit,
/// with the discs of an audiobook below it; files beside other folders (a root, an author's folder) are a unit each, with
/// what shares their stem.
/// </summary>
internal static partial class BookFolders
{
    public static IReadOnlyList<UnitSketch> UnitsOf(FolderView folder, Func<string, BookFileKind> kindOf)
    {
        var discs =
            folder.RelativePath.Length == 0 ? [] : folder.PartFolders.Where(part => IsDisc(part, kindOf)).ToList();
        if (discs.Count > 0)
            return [WithDiscs(folder, discs)];
        var books = folder.Files.Where(file => kindOf(file.Name) != BookFileKind.NoBook).ToList();
        if (books.Count == 0)
            return [];
        var isShared = folder.RelativePath.Length == 0 || folder.Subfolders.Any(name => !PartOfBook().IsMatch(name));
        if (!isShared)
            return [new UnitSketch(folder.RelativePath, folder.Files)];
        return
        [
            .. books.Select(book => new UnitSketch(
                FolderSight.Join(folder.RelativePath, book.Name),
                [.. folder.Files.Where(file => file.Name == book.Name || IsCompanion(file, book, kindOf))]
            )),
        ];
    }

    /// <summary>Whether a folder of this name may be a disc of the audiobook in the folder above it.</summary>
    public static bool IsDisc(string name) => BookPath.IsDiscFolder(name);

    /// <summary>The file's name without its extension and the folders before it.</summary>
    public static string Stem(string name)
    {
        var file = FolderSight.NameOf(name);
        var dot = file.LastIndexOf('.');
        return dot <= 0 ? file : file[..dot];
    }

    /// <summary>A disc holds audio, and no books of other kinds.</summary>
    private static bool IsDisc(FolderView part, Func<string, BookFileKind> kindOf)
    {
        var kinds = part.Files.Select(file => kindOf(file.Name)).ToHashSet();
        return kinds.Contains(BookFileKind.Audio) && !kinds.Contains(BookFileKind.Book);
    }

    private static UnitSketch WithDiscs(FolderView folder, List<FolderView> discs)
    {
        var files = new List<FolderEntry>(folder.Files);
        foreach (var disc in discs)
        {
            var name = FolderSight.NameOf(disc.RelativePath);
            files.AddRange(disc.Files.Select(file => file with { Name = FolderSight.Join(name, file.Name) }));
        }
        return new UnitSketch(folder.RelativePath, files)
        {
            PartFolders = [.. discs.Select(disc => FolderSight.NameOf(disc.RelativePath))],
        };
    }

    private static bool IsCompanion(FolderEntry file, FolderEntry book, Func<string, BookFileKind> kindOf)
    {
        var stem = Stem(book.Name);
        return file.Name.Length > stem.Length
            && file.Name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
            && file.Name[stem.Length] is '.' or '-'
            && kindOf(file.Name) == BookFileKind.NoBook;
    }

    /// <summary>Folders that belong to the book beside them: discs, extras, pictures.</summary>
    [GeneratedRegex(
        @"^(?:(?:cd|dis[ck]|part|side)[ ._-]*\d{1,3}|extras?|bonus|supplements?|images?|pictures?|covers?|artwork|scans|metadata)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PartOfBook();
}
