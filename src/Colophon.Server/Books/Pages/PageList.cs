namespace Colophon.Server.Books.Pages;

/// <summary>The pages of a file.</summary>
/// <param name="Version">Of the file on disk: in the address of a page it makes the answer one that never changes.</param>
/// <param name="ReadingDirection"><c>ltr</c>, <c>rtl</c>, or null when nobody says.</param>
public sealed record PageList(
    IReadOnlyList<PageShown> Pages,
    long Total,
    string Version,
    string? ReadingDirection,
    int? CoverIndex
);

/// <summary>A page.</summary>
/// <param name="Index">From 0, in reading order.</param>
/// <param name="Width">In pixels, when the comic tells it.</param>
/// <param name="MediaType">By its name; the picture's first bytes decide when it is served.</param>
public sealed record PageShown(int Index, string Name, int? Width, int? Height, string MediaType);
