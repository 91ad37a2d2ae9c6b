using Colophon.Formats.Naming;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books;

/// <summary>What a book's path says about it, as evidence of the weakest source.</summary>
internal static class PathEvidence
{
    private const string Author = "author";
    private const string Narrator = "narrator";
    private const string Asin = "asin";

    private static readonly string[] Comics = [".cbz", ".cbr", ".cb7"];

    /// <summary>Whether names are read as those of comics: a folder is a series there, and not an author.</summary>
    public static bool IsComic(string path) =>
        Comics.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    public static EvidenceDocument Of(string relativePath, FolderKind folder) =>
        IsComic(relativePath) ? OfComic(relativePath) : OfBook(relativePath, folder);

    private static EvidenceDocument OfBook(string relativePath, FolderKind folder)
    {
        var said = BookPath.Explain(relativePath, folder).Name;
        var draft = new EvidenceDraft()
            .Text(Fields.Title, said.Title)
            .Text(Fields.Name, StemOf(relativePath))
            .People(Fields.Authors, [.. said.Authors.Select(name => new Credit(name, Author))])
            .People(Fields.Narrators, [.. said.Narrators.Select(name => new Credit(name, Narrator))])
            .Date(Fields.ReleaseDate, said.Year?.ToString("0000"));
        if (said.Series is { } series)
            draft.Set(Fields.Series, new SeriesValue([new SeriesEntry(series, said.Number)]));
        if (said.Asin is { } asin)
            draft.Set(Fields.Identifiers, new IdentifiersValue([new Identifier(Asin, asin)]));
        return draft.ToDocument();
    }

    private static EvidenceDocument OfComic(string relativePath)
    {
        var said = ComicPath.Explain(relativePath).Name;
        var title = said.Title ?? ComicLabel.Of(said.Series, said.Number, said.NumberEnd, said.Unit) ?? said.Series;
        var draft = new EvidenceDraft()
            .Text(Fields.Title, title ?? StemOf(relativePath))
            .Text(Fields.Name, title ?? StemOf(relativePath))
            .Date(Fields.ReleaseDate, said.Year?.ToString("0000"))
            .Text(Fields.Language, said.Language);
        if (said.Series is { } series)
            draft.Set(
                Fields.Series,
                new SeriesValue([new SeriesEntry(series, said.Number, said.NumberEnd, UnitOf(said))])
            );
        return draft.ToDocument();
    }

    private static string? UnitOf(ComicName said) =>
        said.Unit switch
        {
            ComicUnit.Volume => SeriesUnits.Volume,
            ComicUnit.Chapter => SeriesUnits.Chapter,
            _ => null,
        };

    private static string StemOf(string relativePath) =>
        BookFolders.Stem(relativePath[(relativePath.LastIndexOf('/') + 1)..]);
}
