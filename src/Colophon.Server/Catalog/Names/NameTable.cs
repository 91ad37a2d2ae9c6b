using Colophon.Formats.Text;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog.Names;

/// <summary>
/// Finds or makes the people, terms and series that names stand for. Names are looked up by key in a batch, aliases
/// included, and missing ones made in order of key, so that two groups never wait for each other crosswise.
/// </summary>
internal sealed class NameTable
{
    private readonly Dictionary<(string Table, string Type, long Library, string Key), NameRow> rows = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    public NameRow Person(LibraryId library, string name) => rows[("people", "", library.Value, KeyOf(name))];

    public NameRow SeriesOf(LibraryId library, string name) => rows[("series", "", library.Value, KeyOf(name))];

    public NameRow Term(LibraryId library, string type, string name) =>
        rows[("terms", type, library.Value, KeyOf(name))];

    public void ResolvePeople(Commit commit, LibraryId library, IEnumerable<(string Name, string? SortName)> names) =>
        Resolve(commit, NameKind.People, type: null, library, names);

    public void ResolveSeries(Commit commit, LibraryId library, IEnumerable<string> names) =>
        Resolve(commit, NameKind.Series, type: null, library, names.Select(name => (name, (string?)null)));

    public void ResolveTerms(Commit commit, LibraryId library, string type, IEnumerable<string> names) =>
        Resolve(commit, NameKind.Terms, type, library, names.Select(name => (name, (string?)null)));

    private void Resolve(
        Commit commit,
        NameKind kind,
        string? type,
        LibraryId library,
        IEnumerable<(string Name, string? SortName)> names
    )
    {
        var wanted = new SortedDictionary<string, (string Name, string? SortName)>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var key = KeyOf(name.Name);
            if (!wanted.TryGetValue(key, out var other) || string.CompareOrdinal(name.Name, other.Name) < 0)
                wanted[key] = (name.Name, name.SortName ?? other.SortName);
        }
        if (wanted.Count == 0)
            return;
        var known = Known(commit, kind, type, library, wanted.Keys);
        foreach (var (key, name) in wanted)
        {
            rows[(kind.Table, type ?? "", library.Value, key)] = known.TryGetValue(key, out var row)
                ? Keep(commit, kind, row, key, name.Name)
                : Make(commit, kind, type, library, key, name);
        }
    }

    /// <summary>A name is asked for once for each place where it stands.</summary>
    private string KeyOf(string name) =>
        keys.TryGetValue(name, out var key) ? key : keys[name] = TextKeys.NameKey(name);

    private static Dictionary<string, NameRow> Known(
        Commit commit,
        NameKind kind,
        string? type,
        LibraryId library,
        IReadOnlyCollection<string> keys
    )
    {
        var list = keys.Cast<object>().ToArray();
        var values = OfLibrary(library, type);
        var where = $"library_id = @library and {kind.OfType}name_key in (@keys)";
        var known = new Dictionary<string, NameRow>(StringComparer.Ordinal);
        foreach (
            var row in commit.QueryIn(
                $"select {kind.Columns} from {kind.Table} where {where}",
                NameRow.From,
                list,
                values
            )
        )
            known[row.NameKey] = row;
        var aliases = commit
            .QueryIn(
                $"select name_key, {kind.Reference} from {kind.Aliases} where {where}",
                row => (Key: row.GetString(0), Id: row.GetInt64(1)),
                list,
                values
            )
            .ToLookup(alias => alias.Id, alias => alias.Key);
        foreach (var alias in aliases)
        {
            var named = NameRow.Find(commit, kind, alias.Key)!;
            foreach (var key in alias)
                known[key] = named;
        }
        return known;
    }

    /// <summary>Of several spellings the smallest in byte order is shown, until a user renames it.</summary>
    private static NameRow Keep(Commit commit, NameKind kind, NameRow row, string key, string name)
    {
        if (row.Edited != 0 || row.NameKey != key || string.CompareOrdinal(name, row.Name) >= 0)
            return row;
        commit.Run($"update {kind.Table} set name = @name where id = @id", name, row.Id);
        return row with { Name = name };
    }

    private static NameRow Make(
        Commit commit,
        NameKind kind,
        string? type,
        LibraryId library,
        string key,
        (string Name, string? SortName) name
    )
    {
        var sortName = kind.HasSortName ? name.SortName ?? TextKeys.PersonSortName(name.Name) : null;
        var columns = "library_id, name, name_key, sort_key";
        var values = new List<object?> { library.Value, name.Name, key, TextKeys.SortKey(sortName ?? name.Name) };
        if (kind.HasSortName)
            (columns, values) = ($"{columns}, sort_name", [.. values, sortName]);
        if (kind.HasType)
            (columns, values) = ($"{columns}, type", [.. values, type]);
        var places = string.Join(", ", columns.Split(", ").Select(column => $"@{column}"));
        var insert = $"insert into {kind.Table} ({columns}) values ({places}) on conflict do nothing";
        long? id;
        do
        {
            // Another node may have made it meanwhile: then its row is locked, in the order of keys.
            id = commit.NewId(insert, values.ToArray()) ?? Locked(commit, kind, type, library, key);
        } while (id is null);
        return new NameRow(id.Value, library.Value, type, name.Name, key, sortName, Edited: 0);
    }

    private static long? Locked(Commit commit, NameKind kind, string? type, LibraryId library, string key) =>
        commit.Number(
            $"select id from {kind.Table} where library_id = @library and {kind.OfType}name_key = @key{commit.ForUpdate}",
            [.. OfLibrary(library, type), key]
        );

    private static object?[] OfLibrary(LibraryId library, string? type) =>
        type is null ? [library.Value] : [library.Value, type];
}
