using Colophon.Server.Metadata;

namespace Colophon.Server.Books.Downloads;

/// <summary>
/// What is shown beside what the file itself says: where both agree the file keeps its own words, which may say more than
/// the catalog understands.
/// </summary>
internal sealed class ShownChanges(EvidenceDocument said, DownloadedFile file)
{
    private readonly Merged book = file.Book;
    private readonly Merged own = file.Own;

    public bool Differs(string field) =>
        Value(field) is PeopleValue people
            ? !People(people).SequenceEqual(People(said.Fields.GetValueOrDefault(field) as PeopleValue))
            : !Equals(Value(field), said.Fields.GetValueOrDefault(field));

    /// <summary>What is shown where it differs, else what the file has.</summary>
    public string? Text(string field, string? kept) => Differs(field) ? (Value(field) as TextValue)?.Text : kept;

    public string? Date(string field, string? kept) => Differs(field) ? (Value(field) as DateValue)?.Date : kept;

    public IReadOnlyList<string> Names(string field, IReadOnlyList<string> kept) =>
        Differs(field) ? (Value(field) as NamesValue)?.Entries ?? [] : kept;

    public IReadOnlyList<Credit> Credits(string field) => (Value(field) as PeopleValue)?.Entries ?? [];

    public IReadOnlyList<SeriesEntry> Series => (Value(Fields.Series) as SeriesValue)?.Entries ?? [];

    public IReadOnlyList<Identifier> Identifiers => (Value(Fields.Identifiers) as IdentifiersValue)?.Entries ?? [];

    private FieldValue? Value(string field) =>
        Fields.Find("book", FieldLevel.Item, field) is null
            ? own.Values.GetValueOrDefault(field)
            : book.Values.GetValueOrDefault(field);

    /// <summary>Sort names are made by the catalog and written nowhere.</summary>
    private static IEnumerable<(string Name, string Role)> People(PeopleValue? people) =>
        (people?.Entries ?? []).Select(credit => (credit.Name, credit.Role));
}
