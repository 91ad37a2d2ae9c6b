using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colophon.Server.Tests.Providers;

/// <summary>An answer as it should not be: each member in turn absent, null and of every other type.</summary>
internal static class OddAnswers
{
    /// <summary>Stands for half of a character, which no node can hold.</summary>
    private const string Half = "half a character";

    private static readonly string[] Others =
    [
        "null",
        "true",
        "-1",
        "1e300",
        "\"\"",
        "\"\\ud83d\\ude00 \\u0000 text\"",
        $"\"{Half}\"",
        "[]",
        "[null, 7, [[]], {}]",
        "{}",
        "{\"key\": 7}",
    ];

    public static IEnumerable<JsonElement> Of(string name)
    {
        var text = AnswerDocument.Read(name);
        foreach (var other in Others)
            yield return JsonElement.Parse(other.Replace(Half, "\\ud83d", StringComparison.Ordinal));
        for (var member = 0; member < Places(JsonNode.Parse(text)!).Count(); member++)
        {
            yield return Changed(text, member, value: null);
            foreach (var other in Others)
                yield return Changed(text, member, other);
        }
    }

    /// <param name="value">Null: taken away.</param>
    private static JsonElement Changed(string text, int member, string? value)
    {
        var answer = JsonNode.Parse(text)!;
        var (holder, name, index) = Places(answer).ElementAt(member);
        var other = value is null ? null : JsonNode.Parse(value);
        if (holder is JsonArray list)
            Change(list, index, value is null, other);
        else if (value is null)
            holder.AsObject().Remove(name!);
        else
            holder[name!] = other;
        return JsonElement.Parse(answer.ToJsonString().Replace(Half, "\\ud83d", StringComparison.Ordinal));
    }

    private static void Change(JsonArray list, int index, bool isRemoved, JsonNode? other)
    {
        if (isRemoved)
            list.RemoveAt(index);
        else
            list[index] = other;
    }

    private static IEnumerable<(JsonNode Holder, string? Name, int Index)> Places(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Within(member.Value).Prepend((members, member.Key, 0))),
            JsonArray list => list.SelectMany((entry, index) => Within(entry).Prepend((list, null, index))),
            _ => [],
        };

    private static IEnumerable<(JsonNode Holder, string? Name, int Index)> Within(JsonNode? node) =>
        node is null ? [] : Places(node);
}
