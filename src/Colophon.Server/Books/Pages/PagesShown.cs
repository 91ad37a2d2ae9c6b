using Colophon.Formats.Comic;

namespace Colophon.Server.Books.Pages;

/// <summary>A comic's pages as the API shows them.</summary>
internal static class PagesShown
{
    public static PageList Of(ComicBook comic, string version) =>
        new(
            [
                .. comic.Pages.Select(
                    (page, index) =>
                        new PageShown(index, page.Name, page.Width, page.Height, ComicPages.MediaTypeOf(page.Entry))
                ),
            ],
            comic.Pages.Count,
            version,
            comic.Metadata.Direction switch
            {
                ReadingDirection.RightToLeft => "rtl",
                ReadingDirection.LeftToRight => "ltr",
                _ => null,
            },
            comic.CoverPage
        );
}
