using Colophon.Server.Metadata.Json;

namespace Colophon.Server.Metadata;

/// <summary>What is shown, and whose it is. Equal ones have equal JSON.</summary>
/// <param name="Values">By field; a field nobody says anything about, or that was cleared, has none.</param>
/// <param name="Sources">By field; a cleared one has <c>manual</c>.</param>
public sealed record Merged(IReadOnlyDictionary<string, FieldValue> Values, IReadOnlyDictionary<string, string> Sources)
{
    private readonly FieldMap<FieldValue> values = FieldMap<FieldValue>.From(Values);
    private readonly FieldMap<string> sources = FieldMap<string>.From(Sources);

    public static Merged Empty { get; } = new(FieldMap<FieldValue>.Empty, FieldMap<string>.Empty);

    public IReadOnlyDictionary<string, FieldValue> Values => values;

    public IReadOnlyDictionary<string, string> Sources => sources;

    /// <summary>Of what <see cref="ValuesJson"/> and <see cref="SourcesJson"/> wrote.</summary>
    public static Merged Parse(string values, string sources) =>
        new(MergedJson.ParseValues(values), MergedJson.ParseSources(sources));

    public string ValuesJson() => MergedJson.Write(values);

    public string SourcesJson() => MergedJson.Write(sources);

    public bool Equals(Merged? other) =>
        other is not null && values.Equals(other.values) && sources.Equals(other.sources);

    public override int GetHashCode() => values.GetHashCode();

    /// <summary>The text shown, or null.</summary>
    public string? Text(string field) => (values.GetValueOrDefault(field) as TextValue)?.Text;

    /// <summary>The date shown, or null.</summary>
    public string? Date(string field) => (values.GetValueOrDefault(field) as DateValue)?.Date;

    /// <summary>The number shown, or null.</summary>
    public double? Number(string field) => (values.GetValueOrDefault(field) as NumberValue)?.Number;
}
