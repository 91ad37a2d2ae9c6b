namespace Colophon.Server.Catalog.Names;

/// <summary>A person, series or term as the API shows it.</summary>
/// <param name="Type">Of a term: genre, tag, publisher, ...; null for people and series.</param>
/// <param name="SortName">Of a person; null for series and terms.</param>
/// <param name="ItemsCount">Items that are there and carry it.</param>
/// <param name="CoverUrl">Of its first item with a cover: the first volume of a series.</param>
public sealed record NameShown(
    long Id,
    long LibraryId,
    string? Type,
    string Name,
    string? SortName,
    long ItemsCount,
    string? CoverUrl
);

/// <summary>One of them with all there is to say about it.</summary>
/// <param name="Aliases">Other names that mean it when files are read.</param>
/// <param name="Roles">Of a person: what they did and in how many items; empty for series and terms.</param>
public sealed record NameDetail(
    long Id,
    long LibraryId,
    string? Type,
    string Name,
    string? SortName,
    long ItemsCount,
    string? CoverUrl,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<RoleShown> Roles
)
{
    internal static NameDetail Of(NameShown shown, IReadOnlyList<string> aliases, IReadOnlyList<RoleShown> roles) =>
        new(
            shown.Id,
            shown.LibraryId,
            shown.Type,
            shown.Name,
            shown.SortName,
            shown.ItemsCount,
            shown.CoverUrl,
            aliases,
            roles
        );
}

public sealed record RoleShown(string Role, long ItemsCount);

public sealed record PeopleList(IReadOnlyList<NameShown> People, long Total);

public sealed record SeriesList(IReadOnlyList<NameShown> Series, long Total);

public sealed record TermList(IReadOnlyList<NameShown> Terms, long Total);

public sealed record AliasList(IReadOnlyList<AliasShown> Aliases, long Total);

public sealed record AliasShown(string Name);
