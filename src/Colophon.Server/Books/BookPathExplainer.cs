using Colophon.Formats.Naming;
using Colophon.Server.Books.Formats;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Books;

/// <summary>What the path of a book or a comic says, by the same rules that make its evidence.</summary>
internal sealed class BookPathExplainer(IEnumerable<IBookFormat> formats) : IPathExplainer
{
    private readonly HashSet<string> extensions = formats
        .SelectMany(format => format.Extensions)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    public string LibraryType => LibraryTypes.Book;

    public PathMeaning? Explain(string relativePath, UnitSketch? unit)
    {
        if (!extensions.Contains(Path.GetExtension(relativePath)))
            return null;
        return PathEvidence.IsComic(relativePath)
            ? OfComic(relativePath)
            : OfBook(relativePath, KindOf(relativePath, unit));
    }

    private FolderKind KindOf(string relativePath, UnitSketch? unit)
    {
        var books = (unit?.Files ?? [])
            .Select(file => Path.GetExtension(file.Name))
            .Where(extensions.Contains)
            .ToList();
        var isWhole = unit is not null && unit.RelativePath == FolderSight.ParentOf(relativePath);
        return isWhole && books.Distinct(StringComparer.OrdinalIgnoreCase).Count() == books.Count
            ? FolderKind.OneBook
            : FolderKind.ManyBooks;
    }

    private static PathMeaning OfBook(string relativePath, FolderKind folder)
    {
        var said = BookPath.Explain(relativePath, folder);
        var name = said.Name;
        return Make(
            new ParsedPath(
                name.Title,
                name.Authors,
                name.Narrators,
                name.Series,
                name.Number,
                NumberEnd: null,
                Unit: null,
                name.Year,
                Language: null,
                Season: null,
                []
            ),
            said.Rules
        );
    }

    private static PathMeaning OfComic(string relativePath)
    {
        var said = ComicPath.Explain(relativePath);
        var name = said.Name;
        return Make(
            new ParsedPath(
                name.Title,
                [],
                [],
                name.Series,
                name.Number,
                name.NumberEnd,
                name.Unit?.ToString().ToLowerInvariant(),
                name.Year,
                name.Language,
                Season: null,
                []
            ),
            said.Rules
        );
    }

    private static PathMeaning Make(ParsedPath parsed, IReadOnlyList<RuleHit> rules) =>
        new(
            ItemKinds.Book,
            FileRoles.Main,
            parsed,
            [.. rules.Select(hit => new FiredRule(hit.Id, hit.Text, hit.Input, hit.Matched, hit.Result))]
        );
}
