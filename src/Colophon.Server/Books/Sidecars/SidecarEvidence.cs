using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Formats;
using Colophon.Formats.Sidecar;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Books.Sidecars;

/// <summary>What a sidecar means to the catalog: a person's whole word, or the edits of a person that Colophon wrote down.</summary>
/// <param name="Document">All of a hand-made one; empty when Colophon wrote it.</param>
/// <param name="Edits">Null when there is nothing to give back.</param>
internal sealed record SidecarEvidence(EvidenceDocument Document, KeptEdits? Edits, IReadOnlyList<Finding> Findings)
{
    /// <param name="origin">Of the sidecar.</param>
    public static SidecarEvidence Of(SidecarDocument sidecar, string origin)
    {
        var findings = new List<Finding>();
        if (sidecar.Hand == SidecarHand.Person)
            return new SidecarEvidence(Values(sidecar.Fields, findings, CanClear.No), Edits: null, findings);
        var manual = Values(sidecar.Fields.Where(field => field.Source == Sources.Manual), findings, CanClear.Yes);
        var byHand = Values(sidecar.Fields.Where(field => field.Source == Sources.Sidecar), findings, CanClear.No);
        var documents = new List<DocumentRead>(2);
        if (!manual.IsEmpty)
            documents.Add(new DocumentRead(Sources.Manual, Origins.Edit, manual));
        if (!byHand.IsEmpty)
            documents.Add(new DocumentRead(Sources.Sidecar, origin, byHand));
        var locks = Locks(sidecar.Locks);
        var cover = sidecar.Cover is { } chosen ? new KeptCover(chosen.Source, chosen.Origin) : null;
        var edits =
            documents.Count == 0 && locks.Count == 0 && cover is null ? null : new KeptEdits(documents, locks, cover);
        return new SidecarEvidence(EvidenceDocument.Empty, edits, findings);
    }

    private enum CanClear
    {
        No,
        Yes,
    }

    private static EvidenceDocument Values(IEnumerable<SidecarField> fields, List<Finding> findings, CanClear clear)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var said in fields)
        {
            if (FieldOf(said.Name) is not { } field)
                continue;
            var reading = FieldJson.Read(field, Spelled(field, said.Value));
            if (reading.Value is { } value && (value is not ClearedValue || clear == CanClear.Yes))
                values[field.Name] = value;
            else if (reading.Value is null)
                findings.Add(Refused(reading.Errors));
        }
        return new EvidenceDocument { Fields = values };
    }

    private static IReadOnlyDictionary<string, FieldLock> Locks(IReadOnlyList<SidecarField> locks)
    {
        var held = new Dictionary<string, FieldLock>(StringComparer.Ordinal);
        foreach (var said in locks)
        {
            if (FieldOf(said.Name) is not { } field)
                continue;
            var value = FieldJson.Read(field, said.Value).Value;
            held[field.Name] = new FieldLock(value is ClearedValue ? null : value, said.Source);
        }
        return held;
    }

    private static Field? FieldOf(string name) =>
        Fields.Find(ItemKinds.Book, FieldLevel.Item, name) ?? Fields.Find(ItemKinds.Book, FieldLevel.File, name);

    /// <summary>A person may write a name where an object with a name is meant, and one where a list is.</summary>
    private static JsonElement Spelled(Field field, JsonElement value)
    {
        if (field.Type is not (FieldType.People or FieldType.Series or FieldType.Names))
            return value;
        var list = value.ValueKind == JsonValueKind.String ? new JsonArray(JsonNode.Parse(value.GetRawText())) : null;
        if (list is null && (value.ValueKind != JsonValueKind.Array || !HasBareNames(value)))
            return value;
        list ??= JsonArray.Create(value)!;
        return field.Type == FieldType.Names
            ? JsonSerializer.SerializeToElement(list)
            : JsonSerializer.SerializeToElement(new JsonArray([.. list.Select(Named)]));
    }

    private static bool HasBareNames(JsonElement list) =>
        list.EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.String);

    private static JsonNode? Named(JsonNode? entry) =>
        entry is JsonValue ? new JsonObject { ["name"] = entry.DeepClone() } : entry?.DeepClone();

    private static Finding Refused(IReadOnlyList<string> errors) =>
        new(
            FindingCodes.SidecarValueRefused,
            FindingSeverity.Warning,
            $"{FindingCodes.Texts[FindingCodes.SidecarValueRefused]} ({string.Join(" ", errors)})"
        );
}
