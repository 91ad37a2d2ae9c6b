using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Data;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>An item with what its enrichment needs to know, read at once.</summary>
internal sealed record EnrichedItem(long Id, string Kind, Library Library)
{
    /// <summary>What is shown of it.</summary>
    public required Merged Shown { get; init; }

    public required string Title { get; init; }

    public int? Year { get; init; }

    public double? Number { get; init; }

    /// <summary>In seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Its files, the main one first.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    /// <summary>What lies in it and is there.</summary>
    public int Children { get; init; }

    /// <summary>Around it, the nearest first.</summary>
    public IReadOnlyList<Container> Containers { get; init; } = [];

    /// <summary>What it is called where, by provider.</summary>
    public IReadOnlyDictionary<string, Identity> Identities { get; init; } = new Dictionary<string, Identity>();

    /// <summary>Its identifiers and, of a book, those of its files.</summary>
    public IEnumerable<Identifier> Identifiers =>
        Editions.Select(file => file.Shown).Prepend(Shown).SelectMany(shown => IdentifiersOf(shown)).Distinct();

    /// <summary>Those of them that no provider told.</summary>
    public IReadOnlyList<Identifier> LocalIdentifiers { get; init; } = [];

    /// <summary>
    /// The file that a record of a book speaks of: the one that carries its identifiers, else the main one; null for all other kinds. What
    /// is told of an audiobook is told of a file that plays, or of none.
    /// </summary>
    public Edition? EditionOf(ProviderId id, EvidenceDocument said)
    {
        if (Kind != ItemKinds.Book)
            return null;
        var told = said.Fields.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers
            ? identifiers.Entries.Select(one => (one.Type, one.Value)).ToHashSet()
            : [];
        told.Add((id.Type, id.Value));
        var possible = Editions.Where(file => file.Duration is not null || !IsHeard(said)).ToList();
        return possible.Find(file => IdentifiersOf(file.Shown).Any(one => told.Contains((one.Type, one.Value))))
            ?? possible.FirstOrDefault();
    }

    private static bool IsHeard(EvidenceDocument said) =>
        said.Fields.ContainsKey(Fields.Narrators) || said.Fields.ContainsKey(Fields.Chapters);

    /// <summary>Null when it is gone, in the trash, or its library is deleted.</summary>
    public static async Task<EnrichedItem?> FindAsync(DbConnection connection, long itemId)
    {
        var rows = connection.Rows(
            $"select {Row.Columns} from items where id = @id and missing_since is null and excluded = 0",
            Row.Of,
            itemId
        );
        if (rows is not [var row] || await Library.FindAsync(connection, row.LibraryId) is not { } library)
            return null;
        var files = connection.Rows(
            """
            select f.id, f.metadata, f.sources, f.duration from item_files l join files f on f.id = l.file_id
            where l.item_id = @item and f.missing_since is null order by case l.role when 'main' then 0 when 'part' then 1 else 2 end,
                l.position, f.id
            """,
            file => new Edition(
                file.GetInt64(0),
                Merged.Parse(file.GetString(1), file.GetString(2)),
                file.DoubleOrNull(3)
            ),
            itemId
        );
        return new EnrichedItem(itemId, row.Kind, library)
        {
            Shown = row.Shown,
            Title = row.Title,
            Year = row.Year,
            Number = row.Number,
            Duration = row.Duration,
            Editions = files,
            Children = ItemKinds.IsContainer(row.Kind)
                ? (int)
                    connection.Rows(
                        "select count(*) from items where parent_id = @id and missing_since is null",
                        count => count.GetInt64(0),
                        itemId
                    )[0]
                : 0,
            LocalIdentifiers =
            [
                .. files
                    .SelectMany(file => Identify.LocalIdentifiers.Of(connection, itemId, file.Id, row.Kind, file.Shown))
                    .Concat(Identify.LocalIdentifiers.Of(connection, itemId, fileId: null, row.Kind, row.Shown)),
            ],
            Containers = [.. ContainersOf(connection, row.ParentId)],
            Identities = Identity.Of(connection, itemId),
        };
    }

    public static IReadOnlyList<Identifier> IdentifiersOf(Merged shown) =>
        shown.Values.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers ? identifiers.Entries : [];

    private static IEnumerable<Container> ContainersOf(DbConnection connection, long? id)
    {
        while (id is { } next)
        {
            var rows = connection.Rows($"select {Row.Columns} from items where id = @id", Row.Of, next);
            if (rows is not [var row])
                yield break;
            yield return new Container(next, row.Kind, row.Shown, row.Number, Identity.Of(connection, next));
            id = row.ParentId;
        }
    }

    private sealed record Row(
        long LibraryId,
        string Kind,
        long? ParentId,
        string Title,
        int? Year,
        double? Number,
        double? Duration,
        Merged Shown
    )
    {
        public const string Columns =
            "library_id, kind, parent_id, title, year, index_number, duration, metadata, sources";

        public static Row Of(DbDataReader row) =>
            new(
                row.GetInt64(0),
                row.GetString(1),
                row.LongOrNull(2),
                row.GetString(3),
                (int?)row.LongOrNull(4),
                row.DoubleOrNull(5),
                row.DoubleOrNull(6),
                Merged.Parse(row.GetString(7), row.GetString(8))
            );
    }
}

/// <summary>A file of an item, with what is shown of it.</summary>
/// <param name="Duration">In seconds; null for what does not play.</param>
internal sealed record Edition(long Id, Merged Shown, double? Duration)
{
    /// <summary>Without chapters that begin behind its end: they are of another edition, or of all parts together.</summary>
    public EvidenceDocument Fitting(EvidenceDocument said) =>
        Duration is { } seconds
        && said.Fields.GetValueOrDefault(Fields.Chapters) is ChaptersValue chapters
        && chapters.Entries.Any(chapter => chapter.StartMs > seconds * 1000)
            ? said.Without(Fields.Chapters)
            : said;
}

/// <summary>What an item lies in.</summary>
/// <param name="Number">Of a season.</param>
internal sealed record Container(
    long Id,
    string Kind,
    Merged Shown,
    double? Number,
    IReadOnlyDictionary<string, Identity> Identities
);

/// <summary>What an item is called at a provider.</summary>
/// <param name="How">One of <see cref="IdentifiedBy"/>.</param>
/// <param name="IsPinned">Chosen by a person: nothing else changes it.</param>
internal sealed record Identity(string Provider, ProviderId Id, string How, bool IsPinned)
{
    public double? Score { get; init; }

    /// <summary>JSON; why it was believed.</summary>
    public string? Explanation { get; init; }

    public static IReadOnlyDictionary<string, Identity> Of(DbConnection connection, long itemId) =>
        connection
            .Rows(
                "select provider, id_type, id_value, how, score, explanation, pinned from item_identities where item_id = @item",
                row => new Identity(
                    row.GetString(0),
                    new ProviderId(row.GetString(1), row.GetString(2)),
                    row.GetString(3),
                    row.GetInt64(6) != 0
                )
                {
                    Score = row.DoubleOrNull(4),
                    Explanation = row.TextOrNull(5),
                },
                itemId
            )
            .ToDictionary(identity => identity.Provider, StringComparer.Ordinal);
}

/// <summary>How an item was identified. Persisted.</summary>
internal static class IdentifiedBy
{
    /// <summary>An id in its NFO, name or tags, or one that another provider told.</summary>
    public const string Identifier = "identifier";

    public const string Search = "search";

    public const string Person = "person";
}
