using Colophon.Formats.Text;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Colophon.Server.Catalog.Names;

public sealed record SeriesFilters
{
    [FromQuery(Name = "library_id")]
    public long? LibraryId { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>name (as people sort it) or items (how many); <c>-</c> before it descends.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }
}

public sealed record PeopleFilters
{
    [FromQuery(Name = "library_id")]
    public long? LibraryId { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Only people who did this: author, narrator, translator, ...</summary>
    [FromQuery(Name = "role")]
    public string? Role { get; init; }
}

public sealed record TermFilters
{
    [FromQuery(Name = "library_id")]
    public long? LibraryId { get; init; }

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Only terms of this type: genre, tag, publisher, imprint, ...</summary>
    [FromQuery(Name = "type")]
    public string? Type { get; init; }
}

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
