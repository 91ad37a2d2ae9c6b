using Colophon.Formats.Sidecar;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books.Sidecars;

/// <summary>Where the sidecars of a book and of its files lie. Reader and writer ask the same questions here.</summary>
internal static class SidecarNames
{
    /// <summary>Of a file: its whole name.</summary>
    public static string OfFile(string fileName) => fileName + SidecarFormat.NameEnd;

    /// <summary>
    /// Of a book: the name of its folder when it has one to itself, else that of its first file without extension. A folder that
    /// is named like a file in it would give both one sidecar; the book's then says so.
    /// </summary>
    /// <param name="folder">Relative path of the book's own folder; null when it shares one.</param>
    public static string OfBook(string? folder, IReadOnlyCollection<string> fileNames, string firstFile)
    {
        if (folder is null)
            return BookFolders.Stem(firstFile) + SidecarFormat.NameEnd;
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        return fileNames.Contains(name) ? name + ".book" + SidecarFormat.NameEnd : name + SidecarFormat.NameEnd;
    }

    /// <summary>The folder of the unit when its only book has it to itself.</summary>
    public static string? OwnFolder(string unitPath, string firstFilePath, long booksInUnit) =>
        booksInUnit == 1 && unitPath.Length > 0 && unitPath != firstFilePath && Holds(unitPath, firstFilePath)
            ? unitPath
            : null;

    private static bool Holds(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/';

    /// <summary>The folder a path lies in, absolute or relative.</summary>
    public static string FolderOf(string path) => FolderSight.ParentOf(path);
}
