using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming;

/// <summary>A main file of a folder, as far as grouping asks.</summary>
/// <param name="Name">File name with extension; disc folders below the book's may stand before it.</param>
/// <param name="Format">Lower case without a dot: <c>epub</c>.</param>
/// <param name="Title">Read from inside; null when the file has none of its own or could not be read.</param>
/// <param name="Authors">Read from inside; empty when the file says none.</param>
/// <param name="Number">Place in a series, read from inside; null when it says none.</param>
/// <param name="Disc">Of an audio file, as its tags say.</param>
/// <param name="Track">Of an audio file, as its tags say.</param>
public sealed record GroupingFile(
    string Name,
    string Format,
    string? Title,
    IReadOnlyList<string> Authors,
    double? Number = null,
    int? Disc = null,
    int? Track = null
);

/// <summary>Where the files lie.</summary>
public enum GroupingPlace
{
    /// <summary>In a folder below the root.</summary>
    Folder,

    /// <summary>Directly in a root, where nothing but title and author joins files.</summary>
    Root,
}

/// <summary>What a file is to its book.</summary>
public enum GroupingRole
{
    /// <summary>An edition, or the first part of one.</summary>
    Main,

    /// <summary>A further part of an audiobook.</summary>
    Part,

    /// <summary>A document beside an audiobook.</summary>
    Supplement,

    /// <summary>A trailer or bonus beside an audiobook.</summary>
    Extra,
}

/// <summary>Files that are one book, by their place in the list that was given, main format first.</summary>
/// <param name="Roles">Of each file, in the same order.</param>
public sealed record BookGroup(IReadOnlyList<int> Files, IReadOnlyList<GroupingRole> Roles);

/// <summary>
/// Says which files of a folder are one book (domain.md, "Names and folders"): parts of an audiobook; editions in several
/// formats with one title or none of their own. A PDF beside one audiobook is its supplement. Comics and files with titles or
/// numbers of their own are a book each. Pure:
/// the same files in any order give the same books.
/// </summary>
public static class BookGrouping
{
    private static readonly FrozenSet<string> _comics = FrozenSet.ToFrozenSet(
        ["cbz", "cbr", "cb7"],
        StringComparer.Ordinal
    );

    private const string Document = "pdf";

    private static readonly string[] _formatOrder = ["epub", "cbz", "cbr", "cb7", "m4b", Document];

    /// <summary>Groups the files of one folder, books in order of their first file's name.</summary>
    public static IReadOnlyList<BookGroup> Group(IReadOnlyList<GroupingFile> files, GroupingPlace place)
    {
        if (files.Count == 1)
        {
            return [new BookGroup([0], [GroupingRole.Main])];
        }

        List<Member> members = [.. files.Select((file, i) => Describe(file, i, place))];
        members.Sort(static (a, b) => string.CompareOrdinal(a.File.Name, b.File.Name));
        var books = new List<List<Member>>();
        JoinParts(members, books);
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
            JoinDocuments(books);
        }

        return [.. books.OrderBy(book => book.Min(member => member.File.Name), StringComparer.Ordinal).Select(Ordered)];
    }

    private static Member Describe(GroupingFile file, int index, GroupingPlace place)
    {
        string stem = AudioParts.StemOf(file.Name);
        bool isPart = AudioParts.IsAudio(file.Format) && place == GroupingPlace.Folder;
        bool hasOwnTitle = !string.IsNullOrWhiteSpace(file.Title);
        // most files say all of this themselves
        var name = new Lazy<BookName>(() => NameOf(file, stem, place));
        IReadOnlyList<string> authors =
            file.Authors.Count > 0 || place == GroupingPlace.Folder ? file.Authors : name.Value.Authors;
        return new Member(
            index,
            file,
            isPart ? AudioParts.BookKey(file) : TextKeys.SortKey(hasOwnTitle ? file.Title : name.Value.Title),
            TextKeys.NameKey(stem),
            [.. authors.Select(TextKeys.NameKey)],
            file.Number ?? (hasOwnTitle || isPart ? null : name.Value.Number),
            hasOwnTitle,
            isPart
        );
    }

    /// <summary>Below the root the folder has said who wrote it, so a dash does not divide title and author.</summary>
    private static BookName NameOf(GroupingFile file, string stem, GroupingPlace place) =>
        BookPath.Explain(place == GroupingPlace.Root ? file.Name : $"?/{stem}.epub", FolderKind.ManyBooks).Name;

    private static void JoinParts(List<Member> members, List<List<Member>> books)
    {
        List<Member> parts = [.. members.Where(member => member.IsPart)];
        foreach (List<int> book in AudioParts.Group([.. parts.Select(part => part.File)]))
        {
            books.Add([.. book.Select(index => parts[index])]);
        }
    }

    private static bool IsEdition(List<Member> book, Member member)
    {
        Member first = book[0];
        if (_comics.Contains(member.File.Format) && (first.IsPart || !IsOtherFormat(book, member)))
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
        List<List<Member>> titled = books.FindAll(book => book.Exists(member => member.HasOwnTitle));
        if (titled.Count != 1)
        {
            return;
        }

        List<Member> main = titled[0];
        foreach (List<Member> book in books.Where(book => book != main).ToList())
        {
            bool isOwn = book.Exists(member => member.HasOwnTitle || member.Number is not null);
            bool isComic = book.Exists(member => _comics.Contains(member.File.Format));
            if (!isOwn && !isComic && book.TrueForAll(member => IsOtherFormat(main, member)))
            {
                main.AddRange(book);
                books.Remove(book);
            }
        }
    }

    /// <summary>What is read along with the one audiobook of the folder, whatever it is called.</summary>
    private static void JoinDocuments(List<List<Member>> books)
    {
        List<List<Member>> audio = books.FindAll(book => book.Exists(member => member.IsPart));
        if (audio.Count != 1)
        {
            return;
        }

        foreach (List<Member> book in books.FindAll(book => book.TrueForAll(member => member.File.Format == Document)))
        {
            audio[0].AddRange(book);
            books.Remove(book);
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

    private static BookGroup Ordered(List<Member> book)
    {
        bool isAudio = book.Exists(member => member.IsPart);
        bool isMoreThanExtras = book.Exists(member => member.IsPart && !AudioParts.IsExtra(member.File));
        var placed = new List<(Member Member, GroupingRole Role)>(book.Count);
        foreach (IGrouping<string, Member> edition in book.GroupBy(member => member.File.Format).OrderBy(Rank))
        {
            GroupingRole first = isAudio && edition.Key == Document ? GroupingRole.Supplement : GroupingRole.Main;
            IEnumerable<Member> files = AudioParts.IsAudio(edition.Key)
                ? AudioParts.Ordered([.. edition], member => member.File)
                : edition
                    .OrderBy(member => TextKeys.SortKey(member.File.Name), StringComparer.Ordinal)
                    .ThenBy(member => member.File.Name, StringComparer.Ordinal);
            int parts = 0;
            foreach (Member member in files)
            {
                bool isExtra = member.IsPart && isMoreThanExtras && AudioParts.IsExtra(member.File);
                GroupingRole role = isExtra ? GroupingRole.Extra : first;
                placed.Add((member, member.IsPart && !isExtra && parts++ > 0 ? GroupingRole.Part : role));
            }
        }

        placed =
        [
            .. placed.OrderBy(entry =>
                entry.Role is GroupingRole.Supplement or GroupingRole.Extra ? entry.Role : GroupingRole.Main
            ),
        ];
        return new BookGroup([.. placed.Select(entry => entry.Member.Index)], [.. placed.Select(entry => entry.Role)]);
    }

    private static (int, string) Rank(IGrouping<string, Member> edition) => (Rank(edition.Key), edition.Key);

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
