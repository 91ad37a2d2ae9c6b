using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>What a thing is called here and elsewhere.</summary>
internal static class TmdbIds
{
    public const string Own = "tmdb";

    public static ProviderId Id(string value) => new(Own, value);

    /// <summary>The id in an answer: another than was asked for when two records were merged.</summary>
    public static ProviderId Id(JsonElement answer, ProviderSubject subject) =>
        answer.Text("id") is { } id ? Id(id) : subject.Id;

    public static IdentifiersValue Of(JsonElement record)
    {
        var others = record.At("external_ids");
        return new([
            .. new (string Type, string? Value)[]
            {
                (Own, record.Text("id")),
                ("imdb", record.Text("imdb_id") ?? others.Text("imdb_id")),
                // 0 stands for none.
                ("tvdb", others.Text("tvdb_id") is { } tvdb and not "0" ? tvdb : null),
                ("wikidata", others.Text("wikidata_id")),
            }
                .Select(id => id.Value is { } value ? Identified(id.Type, value) : null)
                .OfType<Identifier>(),
        ]);
    }

    /// <summary>Null for what is none of its type: others' ids are typed in by people.</summary>
    private static Identifier? Identified(string type, string value) =>
        IdentifierRules.Normalise(type, value) is { } normal ? new Identifier(type, normal) : null;
}
