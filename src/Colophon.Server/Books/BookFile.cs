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

    /// <summary>The time of a file that still has to be read: no file has it.</summary>
    private const long NeverRead = 0;

    /// <summary>How the sentence about an unreadable file begins; the format follows.</summary>
    public const string FailedToParse = "Failed to parse";

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
        try
        {
            using var handle = RealPath.OpenInside(unit.Library.Roots.Select(root => root.Path), absolute);
            var content = format.Read(handle, cancellationToken);
            return empty.With(path, content, place, QuickHash.Of(handle, entry.Facts.Size));
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            return empty with
            {
                Troubles = [Trouble(absolute, ScanErrorCodes.PathVanished, "It vanished while the scan went on.")],
            };
        }
        catch (UnauthorizedAccessException)
        {
            return empty.Unread(
                path,
                place.Folder,
                ScanErrorCodes.PathDenied,
                "Colophon may not read it; check its permissions."
            );
        }
        catch (IOException trouble)
        {
            return empty.Unread(
                path,
                place.Folder,
                ScanErrorCodes.PathIoError,
                $"Reading it failed: {trouble.Message}"
            );
        }
    }

    private static BookFile Unchanged(FolderEntry entry, string absolute, KnownFile known)
    {
        var read = new FileRead(
            known.RelativePath,
            FolderSight.NameOf(entry.Name),
            known.Format,
            known.Size,
            known.ModifiedNs,
            known.QuickHash ?? 0,
            Documents: null,
            Findings: [],
            MediaFacts.None,
            MovedFrom: []
        );
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
                    $"{FailedToParse} {Format.ToUpperInvariant()}: {fatal.Message}"
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
            Read = Row(path, quickHash, documents, content.Findings, content.Facts),
            Title = content.Document.Fields.GetValueOrDefault(Fields.Title) is TextValue title ? title.Text : null,
            Authors = content.Document.Fields.GetValueOrDefault(Fields.Authors) is PeopleValue people
                ? [.. people.Entries.Select(credit => credit.Name)]
                : [],
            Cover = content.Cover,
            Certainty = ReadCertainty.Whole,
            Troubles = troubles,
        };
    }

    /// <summary>Findings that say nothing about the file: it is read again as soon as somebody looks.</summary>
    public static bool IsPassing(string code) =>
        code
            is ScanErrorCodes.PathDenied
                or ScanErrorCodes.PathIoError
                or ScanErrorCodes.PathVanished
                or FindingCodes.PdfToolMissing;

    /// <summary>A file that cannot be opened still makes its item, from its path.</summary>
    private BookFile Unread(string path, FolderKind folder, string code, string message)
    {
        var finding = new Finding(code, FindingSeverity.Fatal, message);
        var documents = new List<DocumentRead> { new(Sources.Path, Origin: null, PathEvidence.Of(path, folder)) };
        return this with
        {
            Read = Row(path, quickHash: 0, documents, [finding], MediaFacts.None),
            Troubles = [Trouble(AbsolutePath, code, message)],
        };
    }

    private FileRead Row(
        string path,
        long quickHash,
        IReadOnlyList<DocumentRead> documents,
        IReadOnlyList<Finding> findings,
        MediaFacts facts
    ) =>
        new(
            path,
            FolderSight.NameOf(Entry.Name),
            Format,
            Entry.Facts.Size,
            findings.Any(finding => IsPassing(finding.Code)) ? NeverRead : Entry.Facts.ModifiedNs,
            quickHash,
            documents,
            findings,
            facts,
            MovedFrom: []
        );

    private static FileTrouble Trouble(string path, string code, string message) => new(path, code, message);
}

/// <summary>What is known about a file's place before it is read.</summary>
/// <param name="Neighbours">Whether other audio files lie in its unit: then a track's title is not the book's.</param>
internal sealed record BookPlace(FolderKind Folder, AudioNeighbours Neighbours);

internal enum AudioNeighbours
{
    None,
    Some,
}
