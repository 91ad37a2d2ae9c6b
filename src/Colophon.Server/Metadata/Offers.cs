namespace Colophon.Server.Metadata;

/// <summary>What a document says about a field.</summary>
internal static class Offers
{
    /// <summary>A value, <see cref="ClearedValue"/> from a person, or null when the document has nothing to say.</summary>
    public static FieldValue? Of(Evidence evidence, Field field)
    {
        var said = evidence.Document.Map;
        if (said.TryGetValue(field.Name, out var value))
            return Counts(evidence, value) ? value : null;
        // Only a file's own title can name the file; a provider's is the book's.
        return
            field.StandIn is { } standIn
            && evidence.Source == Sources.Embedded
            && said.TryGetValue(standIn, out value)
            && !value.IsEmpty
            ? value
            : null;
    }

    public static bool IsStale(Evidence evidence, Field field)
    {
        var document = evidence.Document;
        var name = document.Map.ContainsKey(field.Name) ? field.Name : field.StandIn;
        return name is not null && document.Stale.Contains(name);
    }

    private static bool Counts(Evidence evidence, FieldValue value) =>
        !value.IsEmpty || (value is ClearedValue && evidence.Source == Sources.Manual);
}
