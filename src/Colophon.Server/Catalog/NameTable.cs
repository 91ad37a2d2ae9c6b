using Colophon.Formats.Text;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog;

/// <summary>
/// Finds or makes the people, terms and series that names stand for. Names are looked up by key in a batch, aliases
/// included, and missing ones made in order of key, so that two groups never wait for each other crosswise.
/// </summary>
internal sealed class NameTable
{
    private static readonly string[] People = ["people", "people_aliases", "person_id", ""];
    private static readonly string[] Series = ["series", "series_aliases", "series_id", ""];
    private static readonly string[] Terms = ["terms", "term_aliases", "term_id", "type = @type and "];

    private readonly Dictionary<(string Table, string Type, long Library, string Key), long> ids = [];

    public long Person(LibraryId library, string name) => ids[("people", "", library.Value, TextKeys.NameKey(name))];

    public long SeriesOf(LibraryId library, string name) => ids[("series", "", library.Value, TextKeys.NameKey(name))];

    public long Term(LibraryId library, string type, string name) =>
        ids[("terms", type, library.Value, TextKeys.NameKey(name))];

    public void ResolvePeople(Commit commit, LibraryId library, IEnumerable<(string Name, string? SortName)> names) =>
        Resolve(commit, People, type: null, library, names);

    public void ResolveSeries(Commit commit, LibraryId library, IEnumerable<string> names) =>
        Resolve(commit, Series, type: null, library, names.Select(name => (name, (string?)null)));

    public void ResolveTerms(Commit commit, LibraryId library, string type, IEnumerable<string> names) =>
        Resolve(commit, Terms, type, library, names.Select(name => (name, (string?)null)));

    private void Resolve(
        Commit commit,
        string[] table,
        string? type,
        LibraryId library,
        IEnumerable<(string Name, string? SortName)> names
    )
    {
        var wanted = new SortedDictionary<string, (string Name, string? SortName)>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var key = TextKeys.NameKey(name.Name);
            if (!wanted.TryGetValue(key, out var other) || string.CompareOrdinal(name.Name, other.Name) < 0)
                wanted[key] = (name.Name, name.SortName ?? other.SortName);
        }
        if (wanted.Count == 0)
            return;
        var known = Known(commit, table, type, library, wanted.Keys);
        foreach (var (key, name) in wanted)
        {
            ids[(table[0], type ?? "", library.Value, key)] = known.TryGetValue(key, out var row)
                ? Keep(commit, table[0], row, name.Name)
                : Make(commit, table[0], type, library, key, name);
        }
    }

    private static Dictionary<string, NameRow> Known(
        Commit commit,
        string[] table,
        string? type,
        LibraryId library,
        IReadOnlyCollection<string> keys
    )
    {
        var list = keys.Cast<object>().ToArray();
        object?[] values = type is null ? [library.Value] : [library.Value, type];
        var rows = commit.QueryIn(
            $"""
            select name_key, id, name, edited from {table[0]}
            where library_id = @library and {table[3]}name_key in (@keys)
            """,
            row => new NameRow(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3) != 0),
            list,
            values
        );
        var aliases = commit.QueryIn(
            $"""
            select name_key, {table[2]} from {table[1]}
            where library_id = @library and {table[3]}name_key in (@keys)
            """,
            row => new NameRow(row.GetString(0), row.GetInt64(1), Name: null, Edited: true),
            list,
            values
        );
        var known = new Dictionary<string, NameRow>(StringComparer.Ordinal);
        foreach (var row in rows.Concat(aliases))
            known[row.Key] = row;
        return known;
    }

    /// <summary>Of several spellings the smallest in byte order is shown, until a user renames it.</summary>
    private static long Keep(Commit commit, string table, NameRow row, string name)
    {
        if (!row.Edited && string.CompareOrdinal(name, row.Name) < 0)
            commit.Run($"update {table} set name = @name, unused_since = null where id = @id", name, row.Id);
        return row.Id;
    }

    private static long Make(
        Commit commit,
        string table,
        string? type,
        LibraryId library,
        string key,
        (string Name, string? SortName) name
    ) =>
        table switch
        {
            "people" => commit
                .Number(
                    "insert into people (library_id, name, name_key, sort_name) values (@library, @name, @key, @sort) returning id",
                    library.Value,
                    name.Name,
                    key,
                    name.SortName ?? TextKeys.PersonSortName(name.Name)
                )!
                .Value,
            "terms" => commit
                .Number(
                    "insert into terms (library_id, type, name, name_key) values (@library, @type, @name, @key) returning id",
                    library.Value,
                    type,
                    name.Name,
                    key
                )!
                .Value,
            _ => commit
                .Number(
                    "insert into series (library_id, name, name_key) values (@library, @name, @key) returning id",
                    library.Value,
                    name.Name,
                    key
                )!
                .Value,
        };

    private sealed record NameRow(string Key, long Id, string? Name, bool Edited);
}
