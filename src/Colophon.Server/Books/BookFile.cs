using Colophon.Formats;
using Colophon.Formats.Naming;
using Colophon.Formats.Pictures;
using Colophon.Server.Books.Formats;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Files;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>One file of a unit after it was looked at: read, or known and unchanged.</summary>
/// <param name="Read">Null when it makes no item: it is gone by now, or another kind of thing.</param>
/// <param name="Title">What its own sources call the book.</param>
internal sealed record BookFile(
    FolderEntry Entry,
    string AbsolutePath,
    string Format,
    FileRead? Read,
    string? Title,
    IReadOnlyList<string> Authors,
    EmbeddedPicture? Cover,
    ReadCertainty Certainty,
    IReadOnlyList<FileTrouble> Troubles
)
{
    /// <summary>Where it stands among the parts of its book, as its tags say.</summary>
    public int? Disc { get; init; }

    public int? Track { get; init; }

    public bool HasChapters { get; init; }

    public static BookFile Look(
        UnitToRead unit,
        FolderEntry entry,
        IBookFormat format,
        BookPlace place,
        CancellationToken cancellationToken
    )
    {
        var path = unit.PathOf(entry);
        var absolute = unit.Root.Absolute(path);
        if (unit.Known.TryGetValue(path, out var known) && unit.Scope.MayStayUnread(known, entry))
            return Unchanged(entry, absolute, known);
        var empty = new BookFile(entry, absolute, format.Name, null, null, [], null, ReadCertainty.Interrupted, []);
        var opened = UnitFile.Open(unit, entry, handle => format.Read(handle, cancellationToken));
        return opened switch
        {
            { Content: { } content } => empty.With(path, content, place, opened.QuickHash),
            { Trouble: { Code: ScanErrorCodes.PathVanished } vanished } => empty with { Troubles = [vanished] },
            _ => empty.Unread(path, place.Folder, opened.Trouble!),
        };
    }

    private static BookFile Unchanged(FolderEntry entry, string absolute, KnownFile known)
    {
        var read = UnitFile.Unchanged(entry, known);
        return new BookFile(
            entry,
            absolute,
            known.Format,
            read,
            known.Title,
            known.Authors,
            null,
            ReadCertainty.Whole,
            []
        )
        {
            Disc = known.Disc,
            Track = known.Track,
            HasChapters = known.HasChapters,
        };
    }

    private BookFile With(string path, BookFileContent content, BookPlace place, long quickHash)
    {
        if (content.TitleOf == TitleOf.Track && place.Neighbours == AudioNeighbours.Some)
            content = content with { Document = content.Document.Without(Fields.Title).Without(Fields.SortTitle) };
        var fatal = content.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Fatal);
        IReadOnlyList<FileTrouble> troubles = fatal is null
            ? []
            :
            [
                new FileTrouble(
                    AbsolutePath,
                    fatal.Code,
                    $"{FileTrouble.FailedToParse} {Format.ToUpperInvariant()}: {fatal.Message}"
                ),
            ];
        if (content.Nature == FileNature.SomethingElse)
            return this with { Troubles = troubles, Certainty = ReadCertainty.Whole };
        var documents = new List<DocumentRead>(2);
        if (!content.Document.IsEmpty)
            documents.Add(new DocumentRead(Sources.Embedded, Origin: null, content.Document));
        documents.Add(new DocumentRead(Sources.Path, Origin: null, PathEvidence.Of(path, place.Folder)));
        return this with
        {
            Disc = content.Facts.Disc,
            Track = content.Facts.Track,
            HasChapters = content.Document.Fields.ContainsKey(Fields.Chapters),
            Read = UnitFile.Read(path, Entry, Format, quickHash, documents, content.Findings, content.Facts),
            Title = content.Document.Fields.GetValueOrDefault(Fields.Title) is TextValue title ? title.Text : null,
            Authors = content.Document.Fields.GetValueOrDefault(Fields.Authors) is PeopleValue people
                ? [.. people.Entries.Select(credit => credit.Name)]
                : [],
            Cover = content.Cover,
            Certainty = ReadCertainty.Whole,
            Troubles = troubles,
        };
    }

    /// <summary>A file that cannot be opened still makes its item, from its path.</summary>
    private BookFile Unread(string path, FolderKind folder, FileTrouble trouble)
    {
        var finding = new Finding(trouble.Code, FindingSeverity.Fatal, trouble.Message);
        var documents = new List<DocumentRead> { new(Sources.Path, Origin: null, PathEvidence.Of(path, folder)) };
        return this with
        {
            Read = UnitFile.Read(path, Entry, Format, quickHash: 0, documents, [finding], MediaFacts.None),
            Troubles = [trouble],
        };
    }
}

/// <summary>What is known about a file's place before it is read.</summary>
/// <param name="Neighbours">Whether other audio files lie in its unit: then a track's title is not the book's.</param>
internal sealed record BookPlace(FolderKind Folder, AudioNeighbours Neighbours);

internal enum AudioNeighbours
{
    None,
    Some,
}
