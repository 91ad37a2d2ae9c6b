using Colophon.Formats.Text;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Catalog.Names;

/// <param name="Sort">name (as people sort it) or items (how many); <c>-</c> before it descends.</param>
public sealed record SeriesFilters(
    [property: FromQuery(Name = "library_id")] long? LibraryId = null,
    [property: FromQuery(Name = "q")] string? Q = null,
    [property: FromQuery(Name = "sort")] string? Sort = null
);

/// <param name="Role">Only people who did this: author, narrator, translator, ...</param>
public sealed record PeopleFilters(
    [property: FromQuery(Name = "library_id")] long? LibraryId = null,
    [property: FromQuery(Name = "q")] string? Q = null,
    [property: FromQuery(Name = "sort")] string? Sort = null,
    [property: FromQuery(Name = "role")] string? Role = null
);

/// <param name="Type">Only terms of this type: genre, tag, publisher, imprint, ...</param>
public sealed record TermFilters(
    [property: FromQuery(Name = "library_id")] long? LibraryId = null,
    [property: FromQuery(Name = "q")] string? Q = null,
    [property: FromQuery(Name = "sort")] string? Sort = null,
    [property: FromQuery(Name = "type")] string? Type = null
);

/// <summary>What is absent stays; a new name makes the sort name anew.</summary>
public sealed record PersonPatch(string? Name = null, string? SortName = null);

public sealed record NamePatch(string? Name = null);

/// <param name="Ids">Those that become the one in the address; of its library and, for terms, of its type.</param>
public sealed record MergeRequest(IReadOnlyList<long> Ids);

public sealed record AliasRequest(string Name);

internal static class NameInput
{
    private const int Longest = 500;

    /// <summary>The name without stray white space. Throws a validation error that names the field.</summary>
    public static string? Clean(string field, string? text)
    {
        if (text is null)
            return null;
        var name = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > Longest || name.Any(char.IsControl) || TextKeys.NameKey(name).Length == 0)
            throw ApiErrors.Validation(field, $"{field} must hold 1 to {Longest} characters.").AsException();
        return name;
    }
}
