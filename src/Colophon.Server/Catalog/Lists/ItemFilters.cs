namespace Colophon.Server.Catalog.Lists;

/// <summary>What lists of every kind may be asked for, as conditions that indexes answer. Null asks for nothing.</summary>
internal static class ItemFilters
{
    private const string ItemsWithErrors =
        "select l.item_id from files f join item_files l on l.file_id = f.id where f.has_error = 1";

    private const string ItemsForReview = "select id as item_id from items where state = 'enrichment_failed'";

    public static ItemQuery Saying(this ItemQuery query, string? words) =>
        string.IsNullOrWhiteSpace(words) ? query : query.Words(SearchWords.Query(words));

    /// <summary>Items that carry a term of the type, by its name or an alias.</summary>
    public static ItemQuery Named(this ItemQuery query, string type, string? name, IReadOnlyList<long> libraries) =>
        name is null ? query : query.In(TermTypes.ItemsOf(type, libraries), type, TermTypes.Key(name));

    public static ItemQuery WithErrors(this ItemQuery query, bool? hasError) =>
        hasError switch
        {
            null => query,
            true => query.In(ItemsWithErrors),
            false => query.NotIn(ItemsWithErrors),
        };

    public static ItemQuery ForReview(this ItemQuery query, bool? needsReview) =>
        needsReview switch
        {
            null => query,
            true => query.In(ItemsForReview),
            false => query.NotIn(ItemsForReview),
        };

    public static ItemPresence PresenceOf(bool? missing) =>
        missing == true ? ItemPresence.Missing : ItemPresence.Present;
}
