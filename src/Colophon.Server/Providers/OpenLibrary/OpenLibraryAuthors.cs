using System.Text.Json;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>
/// The names of a book's authors, of whom its records tell only the keys. Few are read one by one: who has written one book of a library
/// has mostly written more of it, and the answers are kept. Many are read at once from the index of the search.
/// </summary>
internal static class OpenLibraryAuthors
{
    private const int Few = 3;

    public static async Task<IReadOnlyList<string>> NamesAsync(
        ProviderSession session,
        OpenLibraryRecords records,
        CancellationToken cancellationToken
    )
    {
        var keys = Keys(records.Work) is { Count: > 0 } ofWork ? ofWork : Keys(records.Edition);
        if (keys.Count > Few && OpenLibraryIds.Of(records.Work.Text("key")) is { } work)
            return await FromIndexAsync(session, work, cancellationToken);
        var names = new List<string>(Few);
        foreach (var key in keys.Take(Few))
        {
            var author = await OpenLibraryRecords.GetAsync(session, OpenLibraryIds.Path(key), cancellationToken);
            if (author.Text("name") is { } name)
                names.Add(name);
        }
        return names;
    }

    private static async Task<IReadOnlyList<string>> FromIndexAsync(
        ProviderSession session,
        string work,
        CancellationToken cancellationToken
    )
    {
        var request = new ProviderRequest("search.json")
            .With("q", $"key:/works/{work}")
            .With("fields", "key,author_name")
            .With("limit", "1");
        var answer = await session.GetAsync(request, cancellationToken) ?? default;
        return [.. answer.List("docs").Take(1).SelectMany(found => found.Texts("author_name"))];
    }

    /// <summary>Works name them inside roles, editions as they are.</summary>
    private static IReadOnlyList<string> Keys(JsonElement record) =>
        [
            .. record
                .List("authors")
                .Select(author => OpenLibraryIds.OfAuthor(author.At("author").Text("key") ?? author.Text("key")))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
