using Colophon.Formats.Naming;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books;

/// <summary>What a book's path says about it, as evidence of the weakest source.</summary>
internal static class PathEvidence
{
    private const string Author = "author";
    private const string Narrator = "narrator";

    public static EvidenceDocument Of(string relativePath, FolderKind folder)
    {
        var said = BookPath.Explain(relativePath, folder).Name;
        var draft = new EvidenceDraft()
            .Text(Fields.Title, said.Title)
            .Text(Fields.Name, BookFolders.Stem(relativePath[(relativePath.LastIndexOf('/') + 1)..]))
            .People(Fields.Authors, [.. said.Authors.Select(name => new Credit(name, Author))])
            .People(Fields.Narrators, [.. said.Narrators.Select(name => new Credit(name, Narrator))])
            .Date(Fields.ReleaseDate, said.Year?.ToString("0000"));
        if (said.Series is { } series)
            draft.Set(Fields.Series, new SeriesValue([new SeriesEntry(series, said.Number)]));
        return draft.ToDocument();
    }
}
