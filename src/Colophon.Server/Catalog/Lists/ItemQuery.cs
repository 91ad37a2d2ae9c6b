using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Catalog.Lists;

/// <summary>
/// What a list of items of one kind is asked for, as SQL. A page walks the index of its sort in each library and merges
/// them; filters are answered from indexes of their own on the way.
/// </summary>
public sealed class ItemQuery(string kind, ItemSort sort, ItemPresence presence)
{
    private readonly List<Condition> conditions = [];

    public ItemSort Sort => sort;

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Says which list it is, values included: two lists with one identity have one total.</summary>
    public string Identity => $"{kind} {presence} {string.Join("; ", conditions)}";

    /// <summary>Items whose ids stand in a set that an index gives: <paramref name="set"/> selects <c>item_id</c>.</summary>
    public ItemQuery In(string set, string? name = null, object? value = null) =>
        With(new Condition($"i.id in ({set})", $"i.id in ({set})", set), name, value);

    public ItemQuery NotIn(string set, string? name = null, object? value = null) =>
        With(new Condition($"i.id not in ({set})", $"i.id not in ({set})", Set: null), name, value);

    /// <summary>A filter that most items may pass: it is looked at entry by entry where a page walks, and counted in another way.</summary>
    public ItemQuery Where(string walked, string counted, string? name = null, object? value = null) =>
        With(new Condition(walked, counted, Set: null), name, value);

    /// <summary>Items that hold all words, the last one by its beginning.</summary>
    public ItemQuery Words(string? matches) =>
        matches is null ? Where("1 = 0", "1 = 0") : In(SearchIndex.Ids, SearchIndex.Parameter, matches);

    public string CountSql(IReadOnlyList<long> libraries) =>
        $"select count(*) from items i where {Base(LibraryIds.In("i.library_id", libraries))}{Conditions(condition => condition.Counted)}";

    /// <summary>Ids and keys of a page in the order of the sort, walking its index.</summary>
    public string WalkSql(IReadOnlyList<long> libraries, ItemSort order, string? after)
    {
        var branches = libraries.Select(library =>
            $"""
                select i.id as id, i.{order.Column} as sort_key from items i
                where {Base($"i.library_id = {LibraryIds.Text(library)}")}{Conditions(condition =>
                    condition.Walked
                )}{after}
                """
        );
        return string.Join("\nunion all\n", branches) + Order(order);
    }

    /// <summary>The same from the smallest filter, sorted afterwards: for few items among many. Null without a filter that names them.</summary>
    public string? GatherSql(IReadOnlyList<long> libraries, ItemSort order)
    {
        if (conditions.Find(condition => condition.Set is not null) is not { } driver)
            return null;
        // A cross join: SQLite keeps its order, so that the found ids lead and the items follow.
        return $"""
            select i.id as id, i.{order.Column} as sort_key
            from (select distinct item_id from ({driver.Set}) named) found cross join items i
            where i.id = found.item_id and {Base(
                LibraryIds.In("i.library_id", libraries)
            )}{Conditions(condition => condition == driver ? null : condition.Counted)}
            """
            + Order(order);
    }

    private static string Order(ItemSort order)
    {
        var direction = order.Direction == SortDirection.Descending ? " desc" : "";
        return $"\norder by sort_key{direction}, id{direction} limit @limit offset @offset";
    }

    private string Base(string libraries) =>
        $"{libraries} and i.kind = '{kind}' and i.missing_since is {(presence == ItemPresence.Missing ? "not " : "")}null";

    private string Conditions(Func<Condition, string?> text) =>
        string.Concat(conditions.Select(text).OfType<string>().Select(condition => $" and {condition}"));

    private ItemQuery With(Condition condition, string? name, object? value)
    {
        conditions.Add(condition with { Value = value });
        if (name is not null)
            Parameters.Add(name, value);
        return this;
    }

    private sealed record Condition(string Walked, string Counted, string? Set)
    {
        public object? Value { get; init; }

        public override string ToString() => $"{Counted} {Value}";
    }
}

/// <summary>Whether a list shows what is there or what waits in the trash.</summary>
public enum ItemPresence
{
    Present,
    Missing,
}
