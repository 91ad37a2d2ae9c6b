using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Search;

/// <summary>What is looked for, and where the caller may look.</summary>
/// <param name="Matches">All words, the last by its beginning, as the index takes them.</param>
/// <param name="TitleKey">The text as a title would be sorted: items that are called so come first.</param>
internal sealed record SearchQuery(
    string Matches,
    string TitleKey,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<long> Libraries
)
{
    /// <summary>Of what is counted: the same words in the same kinds; the libraries are named beside it.</summary>
    public string Identity => $"search {string.Join(',', Kinds)} {Matches}";

    private static readonly (string Permission, string[] Kinds)[] ReadableKinds =
    [
        (Permissions.BooksRead, ["book"]),
        (Permissions.MoviesRead, ["movie"]),
        (Permissions.ShowsRead, ["show", "season", "episode"]),
        (Permissions.MusicRead, ["artist", "album", "track"]),
    ];

    /// <summary>Null when there is no word in the text or nothing the caller may see.</summary>
    public static SearchQuery? Of(string text, Caller caller, ListedLibraries libraries)
    {
        var kinds = ReadableKinds
            .Where(readable => caller.May(readable.Permission))
            .SelectMany(readable => readable.Kinds)
            .ToList();
        return SearchWords.Query(text) is { } matches && kinds.Count > 0 && libraries.Ids.Count > 0
            ? new SearchQuery(matches, TextKeys.SortKey(text), kinds, libraries.Ids)
            : null;
    }
}
