using System.Text.Json.Nodes;
using Colophon.Server.Providers;
using Colophon.Testing;

namespace Colophon.Server.Tests.Providers;

/// <summary>Answers in the shapes of the providers of films and shows, about things that do not exist.</summary>
internal static class VideoDocuments
{
    public static string Read(string name) =>
        File.ReadAllText(RepositoryFolder.Path($"tests/Colophon.Server.Tests/Providers/Documents/{name}.json"));

    /// <summary>The answer without each of its parts in turn, and with each part of another type.</summary>
    public static IEnumerable<string> Odd(string name)
    {
        foreach (var whole in new[] { "[]", "{}", "\"no\"", "7", "null" })
            yield return whole;
        foreach (var path in Paths(JsonNode.Parse(Read(name)), []))
        {
            yield return With(JsonNode.Parse(Read(name))!, path, _ => null);
            yield return With(JsonNode.Parse(Read(name))!, path, part => part is JsonValue ? new JsonArray(7) : "odd");
        }
    }

    /// <summary>What a record says of a field, as the API writes it; null: nothing.</summary>
    public static string? Says(this ProviderRecord? record, string field) =>
        record.ShouldNotBeNull().Document.Fields.TryGetValue(field, out var value) ? value.ToString() : null;

    /// <summary>The addresses of the pictures of a type.</summary>
    public static IReadOnlyList<string> Of(this IEnumerable<ArtworkOffer> offers, string type) =>
        [.. offers.Where(offer => offer.Type == type).Select(offer => offer.Address.ToString())];

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] here)
    {
        if (node is JsonObject members)
            foreach (var (name, value) in members)
            foreach (var path in Paths(value, [.. here, name]).Prepend([.. here, name]))
                yield return path;
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++)
                foreach (var path in Paths(list[i], [.. here, i]).Prepend([.. here, i]))
                    yield return path;
    }

    private static string With(JsonNode whole, object[] path, Func<JsonNode?, JsonNode?> instead)
    {
        var parent = whole;
        foreach (var step in path[..^1])
            parent = step is string name ? parent[name]! : parent[(int)step]!;
        if (path[^1] is string member)
        {
            if (instead(parent[member]) is { } value)
                parent[member] = value;
            else
                parent.AsObject().Remove(member);
        }
        else
        {
            var place = (int)path[^1];
            parent[place] = instead(parent[place]);
        }
        return whole.ToJsonString();
    }
}
