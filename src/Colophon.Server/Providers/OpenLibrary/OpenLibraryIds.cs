using System.Text.RegularExpressions;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>Ids of Open Library: <c>OL45804W</c> is a work, <c>OL7353617M</c> an edition, <c>OL23919A</c> an author.</summary>
internal static partial class OpenLibraryIds
{
    public const string Type = "openlibrary";

    /// <summary>Of a work or an edition, from itself or a key (<c>/works/OL45804W</c>); null for what is none.</summary>
    public static string? Of(string? text) => Last(text) is { } id && id[^1] is 'W' or 'M' ? id : null;

    public static string? OfAuthor(string? text) => Last(text) is { } id && id[^1] == 'A' ? id : null;

    public static bool IsEdition(string id) => id[^1] == 'M';

    /// <summary>The path of its record.</summary>
    public static string Path(string id) =>
        id[^1] switch
        {
            'W' => $"works/{id}",
            'M' => $"books/{id}",
            _ => $"authors/{id}",
        };

    private static string? Last(string? text)
    {
        var id = text?[(text.LastIndexOf('/') + 1)..].ToUpperInvariant();
        return id is not null && Form().IsMatch(id) ? id : null;
    }

    [GeneratedRegex("^OL[0-9]{1,12}[AMW]$")]
    private static partial Regex Form();
}
