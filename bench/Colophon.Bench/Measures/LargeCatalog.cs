using Colophon.Jobs.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Bench.Measures;

/// <summary>A catalog of 100,000 books made by SQL in the database of a server that is not running.</summary>
internal static class LargeCatalog
{
    public const int Books = 100_000;

    // Two letters each: three make one of 4,096 words, spread over the alphabet as words are.
    private const string Syllables = "kalomirasobefiguhewizopatedunixa";

    private static readonly string Rows = $$"""
        create temp table n as with recursive counted (i) as (select 1 union all select i + 1 from counted where i < 100000
        ) select i, {{Word("i * 7919 % 6007")}} || ' ' || {{Word(
            "i * 104729 % 5003"
        )}} || ' ' || i as title, 1 + i * 31 % 30000 as person,
            1 + i * 17 % 12000 as series from counted;
        insert into libraries (id, name, type, options, created_at, updated_at) values (1, 'Large', 'book', '{}', 0, 0);
        insert into library_roots (id, library_id, path) values (1, 1, '/nowhere');
        insert into units (id, library_id, root_id, relative_path, sort_path) values (1, 1, 1, 'a', x'00');
        insert into people (id, library_id, name, name_key, sort_name, sort_key)
            select id, 1, name, name, name, name from
                (select distinct person as id, {{Word("person")}} || ' ' || {{Word(
            "person / 3"
        )}} || ' ' || person as name from n) as named;
        insert into series (id, library_id, name, name_key, sort_key)
            select id, 1, name, name, name from
                (select distinct series as id, {{Word("series * 5")}} || ' ' || series as name from n) as named;
        insert into terms (id, library_id, type, name, name_key, sort_key)
            select i, 1, 'genre', 'g' || i, 'g' || i, 'g' || i from n where i <= 60;
        insert into items (id, library_id, kind, identity_key, title, title_key, author_key, series_key, release_date, language,
                state, metadata, sources, added_at, updated_at)
            select i, 1, 'book', i, title, title, {{Word("person")}} || person, {{Word(
            "series * 5"
        )}} || series, 1900 + i % 120,
                case when i % 5 = 0 then 'de' else 'en' end, 'discovered', '{}', '{}', i, i * 13 % 100003 from n;
        insert into item_people (item_id, person_id, role, position) select i, person, 'author', 0 from n;
        insert into item_series (item_id, series_id, position, number) select i, series, 0, i % 20 from n;
        insert into item_terms (item_id, term_id, position) select i, case when i % 3 = 0 then 1 else 2 + i % 59 end, 0 from n;
        insert into files (id, unit_id, library_id, root_id, relative_path, name, format, size, mtime_ns, metadata, sources,
                created_at, updated_at)
            select i, 1, 1, 1, i || '.epub', i || '.epub', 'epub', 1, 1, '{}', '{}', 0, 0 from n;
        insert into item_files (item_id, file_id, role) select i, i, 'main' from n;
        insert into search (rowid, words) select i, title || ' ' || {{Word("person")}} || ' ' || {{Word(
            "person / 3"
        )}} || ' ' || {{Word("series * 5")}} from n;
        drop table n;
        """;

    /// <summary>SQL that makes a number a word.</summary>
    private static string Word(string number) =>
        string.Join(
            " || ",
            new[] { 1, 16, 256 }.Select(place => $"substr('{Syllables}', 1 + 2 * (({number}) / {place} % 16), 2)")
        );

    public static async Task FillAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await using var database = SqliteDatabase.Open(
            Path.Combine(dataFolder, "colophon.db"),
            TimeProvider.System,
            NullLogger<SqliteDatabase>.Instance
        );
        await database.WriteAsync(
            commit =>
            {
                using var command = commit.Connection.CreateCommand();
                command.Transaction = commit.Transaction;
                command.CommandText = Rows;
                return command.ExecuteNonQuery();
            },
            cancellationToken
        );
    }
}
