using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing;

namespace Colophon.Server.Tests.Providers;

/// <summary>Answers in the shapes providers give them, with invented contents, and what was made of them.</summary>
internal static partial class AnswerDocument
{
    private const string Folder = "tests/Colophon.Server.Tests/Providers/Documents";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Read(string name) => File.ReadAllText(RepositoryFolder.Path($"{Folder}/{name}.json"));

    /// <summary>What is said of a field, as the API writes it but for members that are null; null when nothing is.</summary>
    public static string? Said(this ProviderRecord? record, string field) =>
        record.ShouldNotBeNull().Document.Fields.GetValueOrDefault(field) is { } value
            ? Unsaid().Replace(JsonNode.Parse(value.ToString())!.ToJsonString(Plain), "")
            : null;

    /// <summary>The names of people with their roles, on one line.</summary>
    public static string? People(this ProviderRecord? record, string field) =>
        record.ShouldNotBeNull().Document.Fields.GetValueOrDefault(field) is PeopleValue people
            ? string.Join(", ", people.Entries.Select(person => $"{person.Name} ({person.Role})"))
            : null;

    /// <summary>The identifiers on one line.</summary>
    public static string Identifiers(this ProviderRecord? record) =>
        record.ShouldNotBeNull().Document.Fields.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers
            ? string.Join(", ", identifiers.Entries.Select(identifier => $"{identifier.Type} {identifier.Value}"))
            : "";

    /// <summary>The names of a field on one line.</summary>
    public static string Names(this ProviderRecord? record, string field) =>
        record.ShouldNotBeNull().Document.Fields.GetValueOrDefault(field) is NamesValue names
            ? string.Join(", ", names.Entries)
            : "";

    [GeneratedRegex(",\"[a-z_]+\":null")]
    private static partial Regex Unsaid();
}
