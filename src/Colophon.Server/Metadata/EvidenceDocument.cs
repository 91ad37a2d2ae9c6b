using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata;

/// <summary>
/// All that one origin said about one item or file. A field is absent or has a value, in a person's document also
/// <see cref="ClearedValue"/>; empty values are left out when the document is made.
/// </summary>
[JsonConverter(typeof(EvidenceDocumentConverter))]
public sealed record EvidenceDocument
{
    private readonly FieldMap<FieldValue> fields = FieldMap<FieldValue>.Empty;
    private readonly IReadOnlySet<string> stale = FrozenSet<string>.Empty;

    public EvidenceDocument() { }

    /// <summary>Of what is known to be right.</summary>
    internal EvidenceDocument(FieldMap<FieldValue> fields, IReadOnlySet<string> stale) =>
        (this.fields, this.stale) = (fields, stale);

    public static EvidenceDocument Empty { get; } = new();

    /// <summary>By name, in the order of the field table.</summary>
    /// <exception cref="ArgumentException">A name the field table has not, or a value of another type than the field's.</exception>
    public IReadOnlyDictionary<string, FieldValue> Fields
    {
        get => fields;
        init => fields = Checked(value);
    }

    /// <summary>Fields that the origin said once and has no more.</summary>
    public IReadOnlySet<string> Stale
    {
        get => stale;
        init => stale = value.Count == 0 ? FrozenSet<string>.Empty : value;
    }

    public bool IsEmpty => fields.Count == 0;

    internal FieldMap<FieldValue> Map => fields;

    public static EvidenceDocument Parse(string json) => DocumentJson.Parse(json);

    public string ToJson() => DocumentJson.Write(this);

    /// <summary>
    /// Stores a fresh document of the same origin: its values replace; a field it no longer has keeps what the origin said last, marked
    /// stale. For what is read, not for a person's edits: those go field by field (<see cref="With"/>, <see cref="Without"/>).
    /// </summary>
    public EvidenceDocument Observe(EvidenceDocument fresh)
    {
        var kept = new List<KeyValuePair<string, FieldValue>>(fields.Count + fresh.fields.Count);
        foreach (var entry in fresh.fields.Entries)
            if (entry.Value is not ClearedValue)
                kept.Add(entry);
        var said = kept.Count;
        foreach (var entry in fields.Entries)
            if (!fresh.fields.TryGetValue(entry.Key, out var now) || now is ClearedValue)
                kept.Add(entry);
        var gone = kept.Skip(said).Select(entry => entry.Key).ToFrozenSet(StringComparer.Ordinal);
        var observed = new EvidenceDocument(FieldMap<FieldValue>.From(kept), gone);
        return Equals(observed) ? this : observed;
    }

    /// <summary>With one field said anew; an empty value is as good as none.</summary>
    public EvidenceDocument With(string field, FieldValue value) =>
        Without(field) with
        {
            Fields = fields.With(field, value),
        };

    /// <summary>Forgets one field.</summary>
    public EvidenceDocument Without(string field)
    {
        if (!fields.ContainsKey(field))
            return this;
        var rest = stale.Contains(field)
            ? stale.Where(name => name != field).ToFrozenSet(StringComparer.Ordinal)
            : stale;
        return new(fields.Without(field), rest);
    }

    public bool Equals(EvidenceDocument? other) =>
        other is not null && fields.Equals(other.fields) && stale.SetEquals(other.stale);

    public override int GetHashCode() => HashCode.Combine(fields, stale.Count);

    private static FieldMap<FieldValue> Checked(IReadOnlyDictionary<string, FieldValue> values)
    {
        var empty = 0;
        foreach (var (name, value) in values)
        {
            var known =
                Metadata.Fields.NameOf(name)
                ?? throw new ArgumentException($"There is no field {name}.", nameof(values));
            if (value.Type is { } type && type != known.Type)
                throw new ArgumentException($"{name} holds {known.Type}, not {type}.", nameof(values));
            if (!Says(value))
                empty++;
        }
        return FieldMap<FieldValue>.From(empty == 0 ? values : values.Where(entry => Says(entry.Value)));
    }

    private static bool Says(FieldValue value) => !value.IsEmpty || value is ClearedValue;
}
