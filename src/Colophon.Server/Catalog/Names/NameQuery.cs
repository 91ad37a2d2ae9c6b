using Colophon.Formats.Text;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Platform.Http;
using Dapper;

namespace Colophon.Server.Catalog.Names;

/// <summary>What a list of names is asked for. Only names that an item which is there carries are listed.</summary>
internal sealed record NameQuery(NameKind Kind)
{
    public long? LibraryId { get; init; }

    public string? Words { get; init; }

    public string? Sort { get; init; }

    public string? Type { get; init; }

    public string? Role { get; init; }

    public string Identity => $"{Kind.Table} {Words} {Type} {Role}";

    /// <summary>The names <c>n</c>: where they come from and what holds of them.</summary>
    public string From(ListedLibraries libraries, DynamicParameters parameters)
    {
        parameters.Add("type", Type);
        parameters.Add("role", Role);
        var type = Type is null ? "" : " and n.type = @type";
        var conditions = $"{LibraryIds.In("n.library_id", libraries.Ids)}{type} and exists ({Present("n.id")})";
        // A cross join: SQLite keeps its order, so that the keys alone are read and then the rows of those that match.
        return Matching(libraries, parameters) is { } matching
            ? $"from ({matching}) found cross join {Kind.Table} n where n.id = found.id and {conditions}"
            : $"from {Kind.Table} n where {conditions}";
    }

    /// <summary>Throws a validation error for an order that is not offered.</summary>
    public string Order() =>
        (Sort ?? "name") switch
        {
            "name" => "n.sort_key, n.id",
            "-name" => "n.sort_key desc, n.id desc",
            "items" => "items_count, n.sort_key, n.id",
            "-items" => "items_count desc, n.sort_key, n.id",
            _ => throw ApiErrors
                .Validation("sort", "must be one of name, items, with - before it for descending")
                .AsException(),
        };

    /// <summary>The items that are there and carry the name.</summary>
    public string Present(string id) =>
        $"""
            select 1 from {Kind.Links} l join items i on i.id = l.item_id
            where l.{Kind.Reference} = {id} and i.missing_since is null{(Role is null ? "" : " and l.role = @role")}
            """;

    /// <summary>
    /// Selects the ids of names that hold all words, or an alias of which does: each begins a word there; of scripts without
    /// spaces it stands anywhere. Null when there are no words to look for.
    /// </summary>
    private string? Matching(ListedLibraries libraries, DynamicParameters parameters)
    {
        var words = TextKeys.NameKey(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return null;
        for (var i = 0; i < words.Length; i++)
            parameters.Add($"word{i}", (char.IsAscii(words[i][0]) ? "% " : "%") + Escaped(words[i]) + "%");
        var all = string.Join(" and ", words.Select((_, i) => $"(' ' || name_key) like @word{i} escape '\\'"));
        var listed = LibraryIds.In("library_id", libraries.Ids);
        return $"""
            select id from {Kind.Table} where {listed} and {all}
            union
            select {Kind.Reference} from {Kind.Aliases} where {listed} and {all}
            """;
    }

    private static string Escaped(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
