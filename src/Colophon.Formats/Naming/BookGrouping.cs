using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>A main file of a folder, as far as grouping asks.</summary>
/// <param name="Name">File name with extension; disc folders below the book's may stand before it.</param>
/// <param name="Format">Lower case without a dot: <c>epub</c>.</param>
/// <param name="Title">Read from inside; null when the file has none of its own or could not be read.</param>
/// <param name="Authors">Read from inside; empty when the file says none.</param>
/// <param name="Number">Place in a series, read from inside; null when it says none.</param>
public sealed record GroupingFile(
    string Name,
    string Format,
    string? Title,
    IReadOnlyList<string> Authors,
    double? Number = null
);

/// <summary>Where the files lie.</summary>
public enum GroupingPlace
{
    /// <summary>In a folder below the root.</summary>
    Folder,

    /// <summary>Directly in a root, where nothing but title and author joins files.</summary>
    Root,
}

/// <summary>Files that are one book, by their place in the list that was given, main format first.</summary>
public sealed record BookGroup(IReadOnlyList<int> Files);

/// <summary>
/// Says which files of a folder are one book (domain.md, "Names and folders"): parts of an audiobook; editions in several
/// formats with one title or none of their own. Comics and files with titles or numbers of their own are a book each. Pure:
/// the same files in any order give the same books.
/// </summary>
public static class BookGrouping
{
    private static readonly FrozenSet<string> _comics = FrozenSet.ToFrozenSet(
        ["cbz", "cbr", "cb7"],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> _parts = FrozenSet.ToFrozenSet(
        ["mp3", "m4a", "flac", "ogg", "opus"],
        StringComparer.Ordinal
    );

    private static readonly string[] _formatOrder = ["epub", "cbz", "cbr", "cb7", "m4b", "pdf"];

    /// <summary>Groups the files of one folder, books in order of their first file's name.</summary>
    public static IReadOnlyList<BookGroup> Group(IReadOnlyList<GroupingFile> files, GroupingPlace place)
    {
        List<Member> members = [.. files.Select((file, i) => Describe(file, i, place))];
        members.Sort(static (a, b) => string.CompareOrdinal(a.File.Name, b.File.Name));
        var books = new List<List<Member>>();
        JoinParts(members, books, place);
        foreach (Member member in members.Where(member => !member.IsPart))
        {
            List<Member>? book = books.Find(book => IsEdition(book, member));
            if (book is null)
            {
                books.Add([member]);
            }
            else
            {
                book.Add(member);
            }
        }

        if (place == GroupingPlace.Folder)
        {
            JoinUntitled(books);
        }

        return [.. books.OrderBy(book => book.Min(member => member.File.Name), StringComparer.Ordinal).Select(Ordered)];
    }

    private static Member Describe(GroupingFile file, int index, GroupingPlace place)
    {
        string stem = file.Name[(file.Name.LastIndexOf('/') + 1)..];
        int dot = stem.LastIndexOf('.');
        stem = dot > 0 ? stem[..dot] : stem;
        // below the root the folder has said who wrote it, so a dash does not divide title and author
        BookName name = BookPath
            .Explain(place == GroupingPlace.Root ? file.Name : $"?/{stem}.epub", FolderKind.ManyBooks)
            .Name;
        IReadOnlyList<string> authors =
            file.Authors.Count > 0 || place == GroupingPlace.Folder ? file.Authors : name.Authors;
        bool hasOwnTitle = !string.IsNullOrWhiteSpace(file.Title);
        return new Member(
            index,
            file,
            TextKeys.SortKey(hasOwnTitle ? file.Title : name.Title),
            TextKeys.NameKey(stem),
            [.. authors.Select(TextKeys.NameKey)],
            file.Number ?? (hasOwnTitle ? null : name.Number),
            hasOwnTitle,
            _parts.Contains(file.Format) && place == GroupingPlace.Folder
        );
    }

    private static void JoinParts(List<Member> members, List<List<Member>> books, GroupingPlace place)
    {
        List<Member> parts = [.. members.Where(member => member.IsPart)];
        if (parts.Count > 0 && place == GroupingPlace.Folder)
        {
            books.Add(parts);
        }
    }

    private static bool IsEdition(List<Member> book, Member member)
    {
        Member first = book[0];
        if (first.IsPart || (_comics.Contains(member.File.Format) && !IsOtherFormat(book, member)))
        {
            return false;
        }

        if (!IsSameNumber(first, member) || !IsSamePeople(first, member))
        {
            return false;
        }

        // two files of one name in two formats are meant as one, whatever their insides say
        bool isSameName = book.Exists(other => other.StemKey == member.StemKey) && IsOtherFormat(book, member);
        return isSameName || (first.TitleKey.Length > 0 && first.TitleKey == member.TitleKey);
    }

    /// <summary>What has no title and no number of its own belongs to the one book of its folder.</summary>
    private static void JoinUntitled(List<List<Member>> books)
    {
        List<List<Member>> titled = books.FindAll(book => book.Exists(member => member.HasOwnTitle && !member.IsPart));
        if (titled.Count != 1)
        {
            return;
        }

        List<Member> main = titled[0];
        foreach (List<Member> book in books.Where(book => book != main).ToList())
        {
            bool isOwn = book.Exists(member => !member.IsPart && (member.HasOwnTitle || member.Number is not null));
            bool isComic = book.Exists(member => _comics.Contains(member.File.Format));
            if (!isOwn && !isComic && book.TrueForAll(member => IsOtherFormat(main, member)))
            {
                main.AddRange(book);
                books.Remove(book);
            }
        }
    }

    private static bool IsOtherFormat(List<Member> book, Member member) =>
        book.TrueForAll(other => other.File.Format != member.File.Format);

    private static bool IsSameNumber(Member left, Member right) =>
        left.Number is null || right.Number is null || left.Number == right.Number;

    private static bool IsSamePeople(Member left, Member right) =>
        left.Authors.Count == 0
        || right.Authors.Count == 0
        || left.Authors.Intersect(right.Authors, StringComparer.Ordinal).Any();

    private static BookGroup Ordered(List<Member> book) =>
        new([
            .. book.OrderBy(member => Rank(member.File.Format))
                .ThenBy(member => TextKeys.SortKey(member.File.Name), StringComparer.Ordinal)
                .ThenBy(member => member.File.Name, StringComparer.Ordinal)
                .Select(member => member.Index),
        ]);

    private static int Rank(string format) =>
        Array.IndexOf(_formatOrder, format) is >= 0 and var rank ? rank : _formatOrder.Length;

    private sealed record Member(
        int Index,
        GroupingFile File,
        string TitleKey,
        string StemKey,
        IReadOnlyList<string> Authors,
        double? Number,
        bool HasOwnTitle,
        bool IsPart
    );
}
