using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>What a thing is called here and elsewhere.</summary>
internal static class TvdbIds
{
    public const string Own = "tvdb";

    /// <summary>The id in an answer: another than was asked for when two records were merged.</summary>
    public static ProviderId Id(JsonElement record, ProviderSubject subject) =>
        record.Text("id") is { } id ? new ProviderId(Own, id) : subject.Id;

    public static IdentifiersValue Of(JsonElement record) =>
        new([
            .. record.Text("id") is { } own ? [new Identifier(Own, own)] : Array.Empty<Identifier>(),
            .. record.List("remoteIds").Select(Other).OfType<Identifier>().Distinct(),
        ]);

    /// <summary>Addresses of websites are in the same list.</summary>
    private static Identifier? Other(JsonElement remote) =>
        (remote.Text("sourceName"), remote.Text("id")) switch
        {
            ("IMDB", { } id) => Identified("imdb", id),
            ("TheMovieDB.com", { } id) => Identified("tmdb", id),
            ("TV Maze", { } id) when id.All(char.IsAsciiDigit) => new Identifier("tvmaze", id),
            ("Wikidata", { } id) when id.StartsWith('Q') => new Identifier("wikidata", id),
            _ => null,
        };

    /// <summary>Null for what is none of its type: others' ids are typed in by people.</summary>
    private static Identifier? Identified(string type, string value) =>
        IdentifierRules.Normalise(type, value) is { } normal ? new Identifier(type, normal) : null;
}
