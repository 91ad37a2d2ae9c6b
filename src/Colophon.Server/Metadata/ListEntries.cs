namespace Colophon.Server.Metadata;

/// <summary>Adds entries to a list value and takes entries out, for edits of many items at once.</summary>
public static class ListEntries
{
    public static bool IsList(FieldValue value) =>
        value is NamesValue or PeopleValue or SeriesValue or IdentifiersValue;

    /// <summary>The list with the added entries after its own; one that is there already is replaced.</summary>
    /// <param name="list">Null: nothing so far.</param>
    public static FieldValue With(FieldValue? list, FieldValue added) =>
        (Without(list, added), added) switch
        {
            (NamesValue rest, NamesValue more) => new NamesValue([.. rest.Entries, .. more.Entries]),
            (PeopleValue rest, PeopleValue more) => new PeopleValue([.. rest.Entries, .. more.Entries]),
            (SeriesValue rest, SeriesValue more) => new SeriesValue([.. rest.Entries, .. more.Entries]),
            (IdentifiersValue rest, IdentifiersValue more) => new IdentifiersValue([.. rest.Entries, .. more.Entries]),
            _ => added,
        };

    /// <summary>The list without the named entries; <see cref="ClearedValue"/> when nothing is left.</summary>
    public static FieldValue Without(FieldValue? list, FieldValue removed)
    {
        FieldValue? rest = (list, removed) switch
        {
            (NamesValue has, NamesValue gone) => new NamesValue(Rest(has.Entries, gone.Entries, name => name)),
            (PeopleValue has, PeopleValue gone) => new PeopleValue(
                Rest(has.Entries, gone.Entries, credit => $"{credit.Role}\n{credit.Name}")
            ),
            (SeriesValue has, SeriesValue gone) => new SeriesValue(
                Rest(has.Entries, gone.Entries, entry => entry.Name)
            ),
            (IdentifiersValue has, IdentifiersValue gone) => new IdentifiersValue(
                Rest(has.Entries, gone.Entries, identifier => $"{identifier.Type}\n{identifier.Value}")
            ),
            _ => null,
        };
        return rest is { IsEmpty: false } ? rest : ClearedValue.Instance;
    }

    private static List<T> Rest<T>(IReadOnlyList<T> entries, IReadOnlyList<T> gone, Func<T, string> name)
    {
        var names = gone.Select(name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. entries.Where(entry => !names.Contains(name(entry)))];
    }
}
