using Colophon.Formats.Text;
using Colophon.Jobs;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Catalog.Names;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>Rows that tie an item or a file to people, terms, series and identifiers.</summary>
internal sealed class ItemLinks(Commit commit)
{
    /// <summary>Credits that are shown apart from the authors come after them by this much.</summary>
    public const int ContributorsFrom = 1000;

    private static readonly (string Field, string Type)[] TermFields =
    [
        (Fields.Genres, TermTypes.Genre),
        (Fields.Tags, TermTypes.Tag),
        (Fields.Publisher, TermTypes.Publisher),
        (Fields.Imprint, TermTypes.Imprint),
        (Fields.Studios, TermTypes.Studio),
        (Fields.Countries, TermTypes.Country),
        (Fields.Styles, TermTypes.Style),
        (Fields.Moods, TermTypes.Mood),
    ];

    public static IEnumerable<(string Name, string? SortName)> PeopleOf(Merged shown) =>
        Credits(shown).Select(credit => (credit.Credit.Name, credit.Credit.SortName));

    public static IReadOnlyList<SeriesEntry> SeriesOf(Merged shown) =>
        shown.Values.GetValueOrDefault(Fields.Series) is SeriesValue series ? series.Entries : [];

    public static IReadOnlyList<Identifier> IdentifiersOf(Merged shown) =>
        shown.Values.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers ? identifiers.Entries : [];

    public static IEnumerable<(string Type, string Name)> TermsOf(Merged shown) =>
        TermFields.SelectMany(term =>
            shown.Values.GetValueOrDefault(term.Field) switch
            {
                NamesValue names => names.Entries.Select(name => (term.Type, name)),
                TextValue text => [(term.Type, text.Text)],
                _ => [],
            }
        );

    public void WriteItem(ItemDraft draft, NameTable names)
    {
        WriteCredits(draft, fileId: null, draft.Shown, names);
        WriteTerms(draft, fileId: null, draft.Shown, names);
        WriteIdentifiers(draft, fileId: null, draft.Shown);
        var position = 0;
        var written = new HashSet<long>();
        foreach (var entry in SeriesOf(draft.Shown))
        {
            var series = names.SeriesOf(draft.Library, entry.Name).Id;
            if (!written.Add(series))
                continue; // two names of one series, by an alias
            commit.Send(
                """
                insert into item_series (item_id, series_id, position, number, number_end, unit)
                values (@item, @series, @position, @number, @end, @unit)
                """,
                draft.Id,
                series,
                (long)position++,
                entry.Number,
                entry.NumberEnd,
                entry.Unit
            );
        }
    }

    public void WriteFile(ItemDraft draft, long fileId, Merged shown, NameTable names)
    {
        WriteCredits(draft, fileId, shown, names);
        WriteTerms(draft, fileId, shown, names);
        WriteIdentifiers(draft, fileId, shown);
    }

    public void ClearItem(long itemId)
    {
        commit.Send("delete from item_people where item_id = @item and file_id is null", itemId);
        commit.Send("delete from item_terms where item_id = @item and file_id is null", itemId);
        commit.Send("delete from item_series where item_id = @item", itemId);
        commit.Send("delete from item_identifiers where item_id = @item and file_id is null", itemId);
    }

    public void ClearFile(long fileId)
    {
        commit.Send("delete from item_people where file_id = @file", fileId);
        commit.Send("delete from item_terms where file_id = @file", fileId);
        commit.Send("delete from item_identifiers where file_id = @file", fileId);
    }

    private static IEnumerable<(Credit Credit, int Position)> Credits(Merged shown)
    {
        foreach (
            var (field, from) in new[]
            {
                (Fields.Authors, 0),
                (Fields.Contributors, ContributorsFrom),
                (Fields.Narrators, 0),
                (Fields.Artists, 0),
                (Fields.People, 0),
            }
        )
        {
            if (shown.Values.GetValueOrDefault(field) is not PeopleValue people)
                continue;
            for (var i = 0; i < people.Entries.Count; i++)
                yield return (people.Entries[i], from + i);
        }
    }

    private void WriteCredits(ItemDraft draft, long? fileId, Merged shown, NameTable names)
    {
        var written = new HashSet<(long Person, string Role, string? Character)>();
        foreach (var (credit, position) in Credits(shown))
        {
            var person = names.Person(draft.Library, credit.Name).Id;
            if (!written.Add((person, credit.Role, credit.Character)))
                continue; // two names of one person, by an alias
            commit.Send(
                """
                insert into item_people (item_id, file_id, person_id, role, character, sort_name, position)
                values (@item, @file, @person, @role, @character, @sort, @position)
                """,
                draft.Id,
                fileId,
                person,
                credit.Role,
                credit.Character,
                credit.SortName,
                (long)position
            );
        }
    }

    private void WriteIdentifiers(ItemDraft draft, long? fileId, Merged shown)
    {
        var position = 0;
        foreach (var identifier in IdentifiersOf(shown))
        {
            commit.Send(
                """
                insert into item_identifiers (item_id, file_id, type, value, position)
                values (@item, @file, @type, @value, @position)
                """,
                draft.Id,
                fileId,
                identifier.Type,
                identifier.Value,
                (long)position++
            );
        }
    }

    private void WriteTerms(ItemDraft draft, long? fileId, Merged shown, NameTable names)
    {
        var position = 0;
        var written = new HashSet<long>();
        foreach (var (type, name) in TermsOf(shown))
        {
            var term = names.Term(draft.Library, type, name).Id;
            if (!written.Add(term))
                continue; // two names of one term, by an alias
            commit.Send(
                "insert into item_terms (item_id, file_id, term_id, position) values (@item, @file, @term, @position)",
                draft.Id,
                fileId,
                term,
                (long)position++
            );
        }
    }
}

/// <summary>Types of terms. Persisted.</summary>
public static class TermTypes
{
    public const string Genre = "genre";
    public const string Tag = "tag";
    public const string Publisher = "publisher";
    public const string Imprint = "imprint";
    public const string Studio = "studio";
    public const string Country = "country";
    public const string Style = "style";
    public const string Mood = "mood";

    /// <summary>What a term is looked up by.</summary>
    public static string Key(string name) => TextKeys.NameKey(name);

    /// <summary>Selects the items that carry a term of the type, by its name or an alias; its parameter is the key, named as the type.</summary>
    public static string ItemsOf(string type, IReadOnlyList<long> libraries)
    {
        var condition = $"{LibraryIds.In("library_id", libraries)} and type = '{type}' and name_key = @{type}";
        return $"""
            select item_id from item_terms where term_id in (
                select id from terms where {condition} union all select term_id from term_aliases where {condition})
            """;
    }
}
