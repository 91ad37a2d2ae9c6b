namespace Colophon.Server.Metadata;

/// <summary>
/// Which of two documents of one source is the better one: of files as a scan found them before those that a person brought,
/// then by format, then main before part, then the path in byte order.
/// </summary>
/// <param name="Turn">0, or of a file that a person brought its place among those.</param>
/// <param name="Format">0 epub, 1 cbz, 2 m4b, 3 pdf, then by name; below 0 for a document of the item itself.</param>
public readonly record struct EvidenceRank(int Turn, int Format, int Role, string Path) : IComparable<EvidenceRank>
{
    private const int NamedFormats = 4;

    /// <summary>Of a document that belongs to no file: a sidecar of the book, a provider's record, a person's edit.</summary>
    public static EvidenceRank OfItem { get; } = new(0, -1, 0, "");

    /// <summary>Of a document that belongs to a file.</summary>
    /// <param name="format">The file's format, lower case, without dot.</param>
    /// <param name="role">The file's role in the item.</param>
    /// <param name="path">Relative to its root.</param>
    /// <param name="turn">0 where a scan found the file; where a person brought it, its place among those, from 1 on.</param>
    public static EvidenceRank Of(string format, string role, string path, int turn = 0) =>
        new(turn, Order(format), RoleOrder(role), path);

    public int CompareTo(EvidenceRank other)
    {
        if (Turn != other.Turn)
            return Turn.CompareTo(other.Turn);
        if (Format != other.Format)
            return Format.CompareTo(other.Format);
        return Role != other.Role ? Role.CompareTo(other.Role) : ByteOrder.Compare(Path ?? "", other.Path ?? "");
    }

    public static bool operator <(EvidenceRank one, EvidenceRank other) => one.CompareTo(other) < 0;

    public static bool operator >(EvidenceRank one, EvidenceRank other) => one.CompareTo(other) > 0;

    public static bool operator <=(EvidenceRank one, EvidenceRank other) => one.CompareTo(other) <= 0;

    public static bool operator >=(EvidenceRank one, EvidenceRank other) => one.CompareTo(other) >= 0;

    private static int Order(string format) =>
        format switch
        {
            "epub" => 0,
            "cbz" => 1,
            "m4b" => 2,
            "pdf" => 3,
            _ => NamedFormats + FirstLetters(format),
        };

    /// <summary>The first four letters as a number, so that formats sort by name without a list of them.</summary>
    private static int FirstLetters(string format)
    {
        var letters = 0;
        for (var i = 0; i < 4; i++)
            letters = (letters << 7) | (i < format.Length ? format[i] & 0x7F : 0);
        return letters;
    }

    private static int RoleOrder(string role) =>
        role switch
        {
            "main" => 0,
            "part" => 1,
            "supplement" => 2,
            "extra" => 3,
            _ => 4,
        };
}
