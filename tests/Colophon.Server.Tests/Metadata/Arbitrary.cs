using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>Makes up evidence, locks and values, the same for the same seed. Few names, so that ties and equal values are common.</summary>
internal sealed class Arbitrary(int seed)
{
    public const string Kind = "book";
    public static readonly ProviderOrder Providers = new() { Names = ["openlibrary", "googlebooks"] };
    private static readonly string[] AllSources =
    [
        Sources.Manual,
        Sources.Sidecar,
        "openlibrary",
        "googlebooks",
        "audnexus",
        "zebra",
        Sources.Embedded,
        Sources.Path,
    ];
    private static readonly string[] Formats = ["epub", "cbz", "m4b", "pdf", "flac", "mp3", "opus"];
    private static readonly string[] Roles = ["main", "part", "supplement"];
    private static readonly string[] Paths =
    [
        "a",
        "a/b",
        "b",
        "Ä",
        "é",
        "\uFF21",
        "\U0001F4D6",
        "a\U0001F4D6",
        "a\uFF21",
    ];
    private static readonly string[] Words =
    [
        "The Hobbit",
        "Emma",
        "Übel \"quoted\"",
        "道德经",
        "line\nbreak",
        "\U0001F4D6",
        "x",
    ];
    private static readonly string[] Dates = ["2009", "2009-05", "2009-05-01", "0001", "1999-12-31"];
    private readonly Random random = new(seed);

    public FieldLevel Level() => Chance(2) ? FieldLevel.Item : FieldLevel.File;

    public int Below(int count) => random.Next(count);

    /// <summary>One of so many times.</summary>
    public bool Chance(int of) => random.Next(of) == 0;

    public T OneOf<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        var shuffled = things.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    public List<Evidence> Evidence(int most = 6) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(One)];

    public Evidence EvidenceOf(string source) => One(random.Next(100)) with { Source = source };

    public EvidenceDocument Document()
    {
        var said = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in Fields.All)
            if (Chance(3))
                said[field.Name] = MaybeEmpty(field.Type);
        var document = new EvidenceDocument { Fields = said };
        return document with { Stale = document.Fields.Keys.Where(_ => Chance(5)).ToHashSet(StringComparer.Ordinal) };
    }

    public Dictionary<string, FieldLock> Locks()
    {
        var locks = new Dictionary<string, FieldLock>(StringComparer.Ordinal);
        foreach (var field in Fields.All)
            if (Chance(6))
                locks[field.Name] = Chance(4)
                    ? new(Value: null, Source: null)
                    : new(Value(field.Type), OneOf(AllSources));
        if (Chance(3))
            locks["cover"] = new(Value: null, Source: null);
        return locks;
    }

    public Merged Merged() => MetadataMerge.Merge(Kind, FieldLevel.Item, Evidence(), FieldLocks.None, Providers);

    public FieldValue Value(FieldType type) =>
        type switch
        {
            FieldType.Text => new TextValue(OneOf(Words)),
            FieldType.Number => new NumberValue(random.Next(5) / 2.0),
            FieldType.Date => new DateValue(OneOf(Dates)),
            FieldType.Flag => new FlagValue(Chance(2)),
            FieldType.Names => new NamesValue(Many(() => OneOf(Words))),
            FieldType.People => new PeopleValue(
                Many(() => new Credit(OneOf(Words), "author", Maybe(Words), Maybe(Words)))
            ),
            FieldType.Series => new SeriesValue(
                Many(() => new SeriesEntry(OneOf(Words), Maybe(), Maybe(), Maybe(Words)))
            ),
            FieldType.Identifiers => new IdentifiersValue(Many(() => new Identifier("other", OneOf(Words)))),
            FieldType.Chapters => new ChaptersValue(Many(() => Chapter(depth: 3))),
            _ => new RatingsValue(Many(() => new Rating("imdb", random.Next(10), Chance(2) ? random.Next(9) : null))),
        };

    private FieldValue MaybeEmpty(FieldType type) =>
        random.Next(8) switch
        {
            0 => ClearedValue.Instance,
            1 when type == FieldType.Text => new TextValue(" "),
            1 when type == FieldType.Names => new NamesValue([""]),
            1 when type == FieldType.People => new PeopleValue([]),
            _ => Value(type),
        };

    private Evidence One(int number) =>
        new(
            OneOf(AllSources),
            $"origin:{number}",
            Chance(2) ? number : null,
            Document(),
            EvidenceRank.Of(OneOf(Formats), OneOf(Roles), OneOf(Paths)),
            DateTimeOffset.UnixEpoch.AddSeconds(random.Next())
        );

    private Chapter Chapter(int depth) =>
        new(
            OneOf(Words),
            Chance(2) ? random.NextInt64(1L << 34) : null,
            Chance(2) ? random.Next() : null,
            Maybe(Words),
            depth == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => Chapter(depth - 1))]
        );

    private List<T> Many<T>(Func<T> one) => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => one())];

    private string? Maybe(string[] choices) => Chance(2) ? OneOf(choices) : null;

    private double? Maybe() => Chance(2) ? random.NextDouble() * 10 : null;
}
