using Colophon.Formats.Text;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Names;

/// <summary>
/// What a person does to a name: rename, merge, aliases. The merge of metadata sees names as the sources spell them; only
/// here they change, and what a name was before stays behind as an alias, so that the next scan still finds it.
/// </summary>
internal sealed class NameEdit(Commit commit, NameKind kind, NameRow row)
{
    /// <summary>Null leaves a part as it is; a new name makes its sort name anew.</summary>
    public void Rename(string? name, string? sortName)
    {
        var newName = name ?? row.Name;
        var key = TextKeys.NameKey(newName);
        if (key != row.NameKey)
        {
            RefuseTaken(key);
            DropAlias(key);
            AddAlias(row.NameKey, row.Name);
        }
        var newSortName = kind.HasSortName
            ? sortName ?? (name is null ? row.SortName : TextKeys.PersonSortName(newName))
            : null;
        commit.Run(
            $"update {kind.Table} set name = @name, name_key = @key, sort_key = @sort_key, edited = 1 where id = @id",
            newName,
            key,
            TextKeys.SortKey(newSortName ?? newName),
            row.Id
        );
        if (newSortName is not null)
            commit.Run($"update {kind.Table} set sort_name = @sort where id = @id", newSortName, row.Id);
        Follow(Items(row.Id), ItemTies.Kept);
    }

    /// <summary>The others become this one: their credits and aliases move, their names stay behind as aliases of it.</summary>
    public void Merge(IReadOnlyList<NameRow> others)
    {
        var items = new HashSet<NamedItem>();
        foreach (var other in others)
        {
            items.UnionWith(Items(other.Id));
            commit.Run(
                $"""
                delete from {kind.Links} as l where l.{kind.Reference} = @other and exists (
                    select 1 from {kind.Links} k where k.{kind.Reference} = @into and k.item_id = l.item_id and {kind.SameLink})
                """,
                other.Id,
                row.Id
            );
            foreach (var table in new[] { kind.Links, kind.Aliases })
                commit.Run(
                    $"update {table} set {kind.Reference} = @into where {kind.Reference} = @other",
                    row.Id,
                    other.Id
                );
            AddAlias(other.NameKey, other.Name);
            commit.Run($"delete from {kind.Table} where id = @id", other.Id);
        }
        commit.Run($"update {kind.Table} set edited = 1 where id = @id", row.Id);
        Follow([.. items], ItemTies.Kept);
    }

    public void Alias(string name)
    {
        var key = TextKeys.NameKey(name);
        RefuseTaken(key);
        if (key == row.NameKey)
            throw ApiErrors.Validation("name", "This is the name itself.").AsException();
        DropAlias(key);
        AddAlias(key, name);
    }

    /// <summary>False when there is no such alias. Items that were mapped by it get the name they carry themselves.</summary>
    public bool RemoveAlias(string name)
    {
        var key = TextKeys.NameKey(name);
        if (key == row.NameKey || row.Owner(commit, kind, key) != row.Id)
            return false;
        var items = Items(row.Id);
        DropAlias(key);
        Follow(items, ItemTies.Rewritten);
        return true;
    }

    private void RefuseTaken(string key)
    {
        if (row.Owner(commit, kind, key) is { } owner && owner != row.Id)
            throw ApiErrors.NameTaken(owner).AsException();
    }

    private void DropAlias(string key)
    {
        object?[] values = kind.HasType ? [row.LibraryId, row.Type, key] : [row.LibraryId, key];
        commit.Run($"delete from {kind.Aliases} where library_id = @library and {kind.OfType}name_key = @key", values);
    }

    private void AddAlias(string key, string name)
    {
        var (columns, places) = kind.HasType ? ("library_id, type", "@library, @type") : ("library_id", "@library");
        object?[] values = kind.HasType
            ? [row.LibraryId, row.Type, key, name, row.Id]
            : [row.LibraryId, key, name, row.Id];
        commit.Run(
            $"insert into {kind.Aliases} ({columns}, name_key, name, {kind.Reference}) values ({places}, @key, @name, @into)",
            values
        );
    }

    private IReadOnlyList<NamedItem> Items(long id) =>
        commit.Query(
            $"""
            select distinct i.id, i.kind from {kind.Links} l join items i on i.id = l.item_id
            where l.{kind.Reference} = @id order by i.id
            """,
            found => new NamedItem(found.GetInt64(0), found.GetString(1)),
            id
        );

    private void Follow(IReadOnlyList<NamedItem> items, ItemTies ties)
    {
        if (kind.IsInKeys || ties == ItemTies.Rewritten)
            new ItemNames(commit).Follow([.. items.Select(item => item.Id)], ties);
        else
            commit.Run(
                $"""
                update items set revision = revision + 1
                where id in (select item_id from {kind.Links} where {kind.Reference} = @id)
                """,
                row.Id
            );
        var library = new LibraryId(row.LibraryId);
        commit
            .State<CatalogChanges>()
            .Edited.AddRange(
                items.Select(item => new ItemEdited(library, new ItemId(item.Id), item.Kind, ItemTouch.Updated))
            );
    }
}

internal sealed record NamedItem(long Id, string Kind);
