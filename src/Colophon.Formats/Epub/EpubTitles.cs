using System.Globalization;
using Colophon.Formats.Text;

namespace Colophon.Formats.Epub;

/// <summary>
/// Main title, subtitle and sort title (EPUB 3.3 section 5.5.3.1.2 and appendix D.4). Without types the first title is
/// the main one, and the others are not guessed at.
/// </summary>
internal sealed record EpubTitles(string? Main, string? Subtitle, string? Sort)
{
    private const int Limit = 1_000;

    public static EpubTitles Of(PackageDocument package)
    {
        PackageTerm? main = null;
        PackageTerm? subtitle = null;
        foreach (PackageTerm title in Ordered(package))
        {
            string type = TypeOf(package, title);
            if (type == "main" && (main is null || TypeOf(package, main) != "main"))
            {
                main = title;
            }
            else if (type == "subtitle")
            {
                subtitle ??= title;
            }
            else if (type.Length == 0)
            {
                main ??= title;
            }
        }

        main ??= package.TermsOf("title").FirstOrDefault(title => title != subtitle) ?? subtitle;
        return new EpubTitles(
            CleanText.LineOrNull(main?.Text, Limit),
            main == subtitle ? null : CleanText.LineOrNull(subtitle?.Text, Limit),
            CleanText.LineOrNull(SortOf(package, main), Limit)
        );
    }

    private static IEnumerable<PackageTerm> Ordered(PackageDocument package) =>
        package.TermsOf("title").OrderBy(title => Sequence(package, title)); // a stable sort: document order otherwise

    private static int Sequence(PackageDocument package, PackageTerm title) =>
        int.TryParse(package.Refinement(title.Id, "display-seq"), CultureInfo.InvariantCulture, out int sequence)
            ? sequence
            : int.MaxValue;

    private static string TypeOf(PackageDocument package, PackageTerm title) =>
        (package.Refinement(title.Id, "title-type") ?? "").ToLowerInvariant() is { Length: > 0 } type ? type
        : title.Id is "subtitle" or "title-subtitle" ? "subtitle"
        : title.Id is "title-main" ? "main"
        : "";

    private static string? SortOf(PackageDocument package, PackageTerm? main) =>
        main is null
            ? null
            : main.FileAs
                ?? package.Refinement(main.Id, "file-as")
                ?? package.Metas.Find(meta => meta.Name == "calibre:title_sort")?.Text;
}
