namespace Colophon.Server.Metadata;

/// <summary>Gathers what a reader found; what is null, empty or no date is left out.</summary>
public sealed class EvidenceDraft
{
    private readonly List<KeyValuePair<string, FieldValue>> said = new(8);

    public EvidenceDraft Set(string field, FieldValue? value)
    {
        if (value is { IsEmpty: false })
            said.Add(KeyValuePair.Create(field, value));
        return this;
    }

    public EvidenceDraft Text(string field, string? text) => text is null ? this : Set(field, new TextValue(text));

    public EvidenceDraft Date(string field, string? date) => Set(field, DateValue.From(date));

    public EvidenceDraft Names(string field, IReadOnlyList<string> names) => Set(field, new NamesValue(names));

    public EvidenceDraft People(string field, IReadOnlyList<Credit> people) => Set(field, new PeopleValue(people));

    public EvidenceDocument ToDocument() =>
        said.Count == 0 ? EvidenceDocument.Empty : new() { Fields = FieldMap<FieldValue>.From(said) };
}
