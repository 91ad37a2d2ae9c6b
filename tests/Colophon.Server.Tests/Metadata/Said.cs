using Colophon.Server.Metadata;

namespace Colophon.Server.Tests.Metadata;

/// <summary>Short ways to say who said what.</summary>
internal static class Said
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static Evidence Manual(params (string Field, FieldValue Value)[] said) =>
        new(Sources.Manual, "user", FileId: null, Document(said), EvidenceRank.OfItem, At);

    public static Evidence Sidecar(params (string Field, FieldValue Value)[] said) =>
        new(Sources.Sidecar, "sidecar:Book.metadata.json", FileId: null, Document(said), EvidenceRank.OfItem, At);

    public static Evidence Provider(string name, params (string Field, FieldValue Value)[] said) =>
        new(name, $"{name}:1", FileId: null, Document(said), EvidenceRank.OfItem, At);

    public static Evidence Embedded(params (string Field, FieldValue Value)[] said) =>
        Embedded("epub", "Book.epub", said);

    public static Evidence Embedded(string format, string path, params (string Field, FieldValue Value)[] said) =>
        new(Sources.Embedded, $"file:{path}", 1, Document(said), EvidenceRank.Of(format, "main", path), At);

    public static Evidence Path(params (string Field, FieldValue Value)[] said) =>
        new(Sources.Path, "path:Book.epub", 1, Document(said), EvidenceRank.Of("epub", "main", "Book.epub"), At);

    public static (string Field, FieldValue Value) Title(string title) => (Fields.Title, new TextValue(title));

    public static (string Field, FieldValue Value) Text(string field, string text) => (field, new TextValue(text));

    public static (string Field, FieldValue Value) Genres(params string[] genres) =>
        (Fields.Genres, new NamesValue(genres));

    public static (string Field, FieldValue Value) Authors(params string[] names) =>
        (Fields.Authors, new PeopleValue([.. names.Select(name => new Credit(name, "author"))]));

    public static (string Field, FieldValue Value) Cleared(string field) => (field, ClearedValue.Instance);

    public static Merged Item(params Evidence[] evidence) =>
        MetadataMerge.Merge("book", FieldLevel.Item, evidence, FieldLocks.None, Arbitrary.Providers);

    public static Merged File(params Evidence[] evidence) =>
        MetadataMerge.Merge("book", FieldLevel.File, evidence, FieldLocks.None, Arbitrary.Providers);

    public static void ShouldShow(this Merged shown, string field, string text, string source)
    {
        shown.Text(field).ShouldBe(text);
        shown.Sources[field].ShouldBe(source);
    }

    public static void ShouldShowNames(this Merged shown, string field, params string[] names) =>
        shown.Values[field].ShouldBe(new NamesValue(names));

    private static EvidenceDocument Document((string Field, FieldValue Value)[] said) =>
        new() { Fields = said.ToDictionary(one => one.Field, one => one.Value) };
}
