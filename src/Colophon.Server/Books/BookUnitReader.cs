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

    public int Version { get; } = 3 + formats.Sum(format => format.Version);

    public bool MayHoldParts(string folderName, string above) => BookFolders.IsDisc(folderName);

    public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => BookFolders.UnitsOf(folder, KindOf);

    public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken)
    {
        var books = unit.Sketch.Files.Where(file => IsBookFile(file.Name)).ToList();
        var place = PlaceOf(unit, books);
        var files = books.ConvertAll(entry => Look(unit, entry, place, cancellationToken));
        if (place.Neighbours == AudioNeighbours.Some)
            GiveChapters(unit, files, place, cancellationToken);
        var troubles = files.SelectMany(file => file.Troubles).ToList();
        files.RemoveAll(file => file.Read is null);
        var items = BesideUnit.Read(unit, files, Items(unit, files), cancellationToken);
        return new UnitContent(
            [.. files.Select(file => file.Read!)],
            items,
            troubles,
            troubles.TrueForAll(trouble => !UnitFile.IsPassing(trouble.Code))
                ? ReadCertainty.Whole
                : ReadCertainty.Interrupted
        );
    }

    private BookFile Look(UnitToRead unit, FolderEntry entry, BookPlace place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return BookFile.Look(unit, entry, byExtension[Path.GetExtension(entry.Name)], place, cancellationToken);
    }

    /// <summary>A file that was a book of its own when it was last read, and is a part now, is read again.</summary>
    private void GiveChapters(
        UnitToRead unit,
        List<BookFile> files,
        BookPlace place,
        CancellationToken cancellationToken
    )
    {
        var whole = unit with { Scope = unit.Scope with { Extent = ReadExtent.All } };
        var without = PartChapters.Without(unit, files);
        var unread = without.Where(i => files[i].Read!.Documents is null).ToList();
        foreach (var i in unread)
            files[i] = Look(whole, files[i].Entry, place, cancellationToken);
        foreach (var i in unread.Count == 0 ? without : PartChapters.Without(unit, files))
            files[i] = PartChapters.AsChapter(files[i]);
    }

    /// <summary>
    /// Files of different formats in a folder of their own are taken for editions of the book that names the folder, and
    /// tracks for its parts; several M4Bs may be a book each.
    /// </summary>
    private BookPlace PlaceOf(UnitToRead unit, List<FolderEntry> books)
    {
        var audio = books.Count(book => KindOf(book.Name) == BookFileKind.Audio);
        var extensions = books.Select(book => Path.GetExtension(book.Name).ToLowerInvariant()).ToList();
        var tracks = extensions
            .Where(extension => byExtension[extension] is AudioFormat { Name: not "m4b" })
            .Distinct();
        var others = extensions
            .Where(extension => byExtension[extension] is not AudioFormat { Name: not "m4b" })
            .ToList();
        var isOneBook = tracks.Count() <= 1 && others.Distinct(StringComparer.Ordinal).Count() == others.Count;
        return new BookPlace(
            unit.IsWholeFolder && isOneBook ? FolderKind.OneBook : FolderKind.ManyBooks,
            unit.IsWholeFolder && audio > 1 ? AudioNeighbours.Some : AudioNeighbours.None
        );
    }

    private static string RoleOf(GroupingRole role) =>
        role switch
        {
            GroupingRole.Part => FileRoles.Part,
            GroupingRole.Supplement => FileRoles.Supplement,
            GroupingRole.Extra => FileRoles.Extra,
            _ => FileRoles.Main,
        };

    private BookFileKind KindOf(string name) =>
        !byExtension.TryGetValue(Path.GetExtension(name), out var format) ? BookFileKind.NoBook
        : format is AudioFormat ? BookFileKind.Audio
        : format is PdfFormat ? BookFileKind.Document
        : BookFileKind.Book;

    private bool IsBookFile(string name) => byExtension.ContainsKey(Path.GetExtension(name));

    private static List<ItemRead> Items(UnitToRead unit, List<BookFile> files)
    {
        var books = BookIdentity.Group(unit, files);
        var items = new List<ItemRead>(books.Count);
        foreach (var book in books)
        {
            var places = book.Files.Select(
                (file, position) => new ItemFileRead(files.IndexOf(file), RoleOf(book.Roles[position]), position)
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
        var owner = unit.IsWholeFolder && booksInUnit == 1 ? FolderOwner.Item : FolderOwner.Shared;
        var names = unit.Sketch.Files.Select(file => file.Name).ToList();
        var stem = BookFolders.Stem(book.Files[0].Entry.Name);
        foreach (var picture in LocalPictures.Beside(names, stem, owner))
        {
            var path = unit.Folder.TrimEnd('/') + "/" + picture.Name;
            assets.Add(
                new AssetRead(
                    null,
                    picture.Type,
                    picture.Language,
                    AssetSources.Path,
                    AssetOrigins.OfPath(picture.Name),
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
