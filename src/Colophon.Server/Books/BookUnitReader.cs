using Colophon.Formats.Naming;
using Colophon.Server.Artwork;
using Colophon.Server.Books.Formats;
using Colophon.Server.Books.Sidecars;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>Reads units of book libraries: their files by format, grouped into books, with the pictures beside and inside them.</summary>
public sealed class BookUnitReader(IEnumerable<IBookFormat> formats) : IUnitReader
{
    private readonly Dictionary<string, IBookFormat> byExtension = formats
        .SelectMany(format => format.Extensions.Select(extension => (extension, format)))
        .ToDictionary(entry => entry.extension, entry => entry.format, StringComparer.OrdinalIgnoreCase);

    public string LibraryType => LibraryTypes.Book;

    public int Version => 2 + byExtension.Values.Distinct().Sum(format => format.Version);

    public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => BookFolders.UnitsOf(folder, IsBookFile);

    public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken)
    {
        var files = new List<BookFile>();
        var troubles = new List<FileTrouble>();
        var books = unit.Sketch.Files.Where(file => IsBookFile(file.Name)).ToList();
        var folder = KindOf(unit, books);
        foreach (var entry in books)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var format = byExtension[Path.GetExtension(entry.Name)];
            var file = BookFile.Look(unit, entry, format, folder, cancellationToken);
            troubles.AddRange(file.Troubles);
            if (file.Read is not null)
                files.Add(file);
        }
        var items = BesideUnit.Read(unit, files, Items(unit, files), cancellationToken);
        return new UnitContent(
            [.. files.Select(file => file.Read!)],
            items,
            troubles,
            troubles.TrueForAll(trouble => !BookFile.IsPassing(trouble.Code))
                ? ReadCertainty.Whole
                : ReadCertainty.Interrupted
        );
    }

    /// <summary>Files of different formats in a folder of their own are taken for editions of the book that names the folder.</summary>
    private static FolderKind KindOf(UnitToRead unit, List<FolderEntry> books)
    {
        var formats = books
            .Select(book => Path.GetExtension(book.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
        return unit.IsWholeFolder && formats == books.Count ? FolderKind.OneBook : FolderKind.ManyBooks;
    }

    private bool IsBookFile(string name) => byExtension.ContainsKey(Path.GetExtension(name));

    private static List<ItemRead> Items(UnitToRead unit, List<BookFile> files)
    {
        var books = BookIdentity.Group(unit, files);
        var items = new List<ItemRead>(books.Count);
        foreach (var book in books)
        {
            var places = book.Files.Select(
                (file, position) => new ItemFileRead(files.IndexOf(file), FileRoles.Main, position)
            );
            items.Add(
                new ItemRead(ItemKinds.Book, book.IdentityKey, [.. places], Assets(unit, files, book, books.Count))
            );
        }
        return items;
    }

    private static List<AssetRead> Assets(UnitToRead unit, List<BookFile> files, GroupedBook book, int booksInUnit)
    {
        var assets = new List<AssetRead>();
        if (!unit.Scope.Depth.HasFlag(UnitDepth.Assets))
            return assets;
        var owner = unit.IsWholeFolder && booksInUnit == 1 ? FolderOwner.Book : FolderOwner.Shared;
        var names = unit.Sketch.Files.Select(file => file.Name).ToList();
        var stem = BookFolders.Stem(book.Files[0].Entry.Name);
        foreach (var picture in LocalPictures.ForBook(names, stem, owner))
        {
            var path = unit.Folder.TrimEnd('/') + "/" + picture.Name;
            assets.Add(
                new AssetRead(
                    null,
                    picture.Type,
                    picture.Language,
                    AssetSources.Path,
                    $"path:{picture.Name}",
                    path,
                    Embedded: null
                )
            );
        }
        foreach (var file in book.Files.Where(file => file.Cover is not null))
        {
            assets.Add(
                new AssetRead(
                    files.IndexOf(file),
                    AssetTypes.Cover,
                    Language: null,
                    AssetSources.Embedded,
                    file.Cover!.Entry,
                    file.AbsolutePath,
                    file.Cover
                )
            );
        }
        return assets;
    }
}
