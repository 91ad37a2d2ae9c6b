namespace Colophon.Server.Catalog.Names;

/// <summary>One of the three kinds of names an item is tied to, and the tables it lives in: all that tells them apart.</summary>
/// <param name="Reference">The column of <paramref name="Links"/> and <paramref name="Aliases"/> that names a row.</param>
/// <param name="SameLink">When a link <c>k</c> and a link <c>l</c> of one item say the same.</param>
internal sealed record NameKind(string Table, string Aliases, string Reference, string Links, string SameLink)
{
    private const string OfSameFile = "coalesce(k.file_id, 0) = coalesce(l.file_id, 0)";

    public static readonly NameKind People = new(
        "people",
        "people_aliases",
        "person_id",
        "item_people",
        $"k.role = l.role and {OfSameFile}"
    );

    public static readonly NameKind Series = new("series", "series_aliases", "series_id", "item_series", "1 = 1");

    public static readonly NameKind Terms = new("terms", "term_aliases", "term_id", "item_terms", OfSameFile);

    public static IReadOnlyList<NameKind> All { get; } = [People, Series, Terms];

    /// <summary>Terms of different types are different worlds.</summary>
    public bool HasType => this == Terms;

    public bool HasSortName => this == People;

    /// <summary>Whether items are sorted and found by these names.</summary>
    public bool IsInKeys => this != Terms;

    /// <summary>The columns of a row of the table, in the order of <see cref="NameRow"/>.</summary>
    public string Columns =>
        $"id, library_id, {(HasType ? "type" : "null")} as type, name, name_key, {(HasSortName ? "sort_name" : "null")} as sort_name, edited";

    /// <summary>A condition for one type of terms; nothing for the other kinds. Its value comes after the library's.</summary>
    public string OfType => HasType ? "type = @type and " : "";
}
