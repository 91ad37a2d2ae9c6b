using System.Text.Json;
using Colophon.Formats.Books;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>What is asked of the search, and what it found.</summary>
internal static class OpenLibraryMatches
{
    private const int Most = 20;
    private const string Meaning = "+-&|!(){}[]^\"~*?:\\/";

    /// <summary>Best first: the title, the others, the title without what stands behind its colon.</summary>
    public static IEnumerable<string> Titles(ItemQuery query) =>
        new[] { query.Title }
            .Concat(query.OtherTitles)
            .Append(query.Title.Split(": ", 2)[0])
            .Select(Words)
            .Where(title => title.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>All named would have to be authors of it: one is enough.</summary>
    public static string? Author(ItemQuery query) => query.People.Select(Words).FirstOrDefault(name => name.Length > 0);

    public static IReadOnlyList<ProviderMatch> Of(JsonElement answer, Uri provider) =>
        [.. answer.List("docs").Select(found => Match(found, provider)).OfType<ProviderMatch>().Take(Most)];

    private static ProviderMatch? Match(JsonElement work, Uri provider)
    {
        if (OpenLibraryIds.Of(work.Text("key")) is not { } id || work.Text("title") is not { } title)
            return null;
        var languages = work.Texts("language")
            .Select(LanguageTag.Normalise)
            .OfType<string>()
            .Distinct()
            .Take(2)
            .ToList();
        return new ProviderMatch(new ProviderId(OpenLibraryIds.Type, id), title)
        {
            OtherTitles = work.Text("subtitle") is { } subtitle ? [$"{title}: {subtitle}"] : [],
            Year = work.Integer("first_publish_year") is { } year and > 0 ? year : null,
            People = [.. work.Texts("author_name").Take(Most)],
            Language = languages.Count == 1 ? languages[0] : null,
            Description = work.Integer("edition_count") switch
            {
                1 => "1 edition",
                { } editions and > 1 => $"{editions} editions",
                _ => null,
            },
            Picture = OpenLibraryCovers.Small(provider, work.Integer("cover_i")),
            Page = new Uri($"https://openlibrary.org/{OpenLibraryIds.Path(id)}"),
        };
    }

    /// <summary>Without the characters by which its search is steered.</summary>
    private static string Words(string text) =>
        string.Join(
            ' ',
            new string([.. text.Select(letter => Meaning.Contains(letter) ? ' ' : letter)]).Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries
            )
        );
}
