using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>Reads the fields or locks of a sidecar. Of two of one name the last counts, as everywhere in JSON.</summary>
internal sealed class SidecarEntries(FindingList findings, CancellationToken cancellationToken)
{
    public IReadOnlyList<SidecarField> Read(JsonElement? json, Predicate<string> isWanted)
    {
        if (json is not { } members)
        {
            return [];
        }

        var entries = new List<SidecarField>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (JsonProperty member in members.EnumerateObject())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (
                SidecarText.NameOf(member) is not { Length: > 0 and <= SidecarFormat.NameLimit } name
                || !isWanted(name)
            )
            {
                continue;
            }

            if (Entry(name, member.Value) is not { } entry)
            {
                findings.Warn(FindingCodes.SidecarValueRefused, name);
            }
            else if (places.TryGetValue(name, out int place))
            {
                entries[place] = entry;
            }
            else if (entries.Count == SidecarFormat.FieldLimit)
            {
                findings.Warn(FindingCodes.SidecarListCut);
                break;
            }
            else
            {
                places[name] = entries.Count;
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>No field holds an object, so an object is a value with its source.</summary>
    private static SidecarField? Entry(string name, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return SidecarText.IsSound(json) ? new SidecarField(name, json.Clone(), null) : null;
        }

        string? source = null;
        JsonElement? value = null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            switch (SidecarText.NameOf(member))
            {
                case "value":
                    value = member.Value;
                    break;
                case "source" when member.Value.ValueKind == JsonValueKind.String:
                    source = SidecarText.Of(member.Value) is { Length: > 0 and <= 100 } said ? said : null;
                    break;
            }
        }

        return value is { } found && SidecarText.IsSound(found) ? new SidecarField(name, found.Clone(), source) : null;
    }
}
