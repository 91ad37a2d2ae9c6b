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

    /// <summary>A condition on names <c>n</c>.</summary>
    public string Where(ListedLibraries libraries, DynamicParameters parameters)
    {
        parameters.Add("type", Type);
        parameters.Add("role", Role);
        var type = Type is null ? "" : " and n.type = @type";
        return $"{LibraryIds.In("n.library_id", libraries.Ids)}{type} and exists ({Present("n.id")}){Matching(parameters)}";
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

    /// <summary>Every word begins a word of the name or of an alias; of scripts without spaces it stands anywhere in it.</summary>
    private string Matching(DynamicParameters parameters)
    {
        if (string.IsNullOrWhiteSpace(Words))
            return "";
        var words = TextKeys.NameKey(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            parameters.Add($"word{i}", (char.IsAscii(words[i][0]) ? "% " : "%") + Escaped(words[i]) + "%");
        var all = string.Join(" and ", words.Select((_, i) => $"(' ' || {{0}}.name_key) like @word{i} escape '\\'"));
        return $"""
             and (({string.Format(all, "n")})
                or n.id in (select a.{Kind.Reference} from {Kind.Aliases} a where {string.Format(all, "a")}))
            """;
    }

    private static string Escaped(string word) =>
        word.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
