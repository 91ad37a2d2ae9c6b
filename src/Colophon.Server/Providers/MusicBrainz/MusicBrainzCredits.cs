using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>Whose album it is, and who else had a hand in it.</summary>
internal static class MusicBrainzCredits
{
    private const int MostPeople = 60;

    /// <summary>As they are named on the cover, which may differ from what they are called elsewhere.</summary>
    public static IEnumerable<string> Names(JsonElement credited) => Artists(credited).Select(artist => artist.Name);

    public static IEnumerable<Credit> Artists(JsonElement credited) =>
        from credit in credited.List("artist-credit")
        let artist = credit.At("artist")
        let name = credit.Text("name") ?? artist.Text("name")
        where name is not null
        select new Credit(name, "artist", artist.Text("sort-name"));

    public static IEnumerable<string> ArtistIds(JsonElement credited) =>
        credited
            .List("artist-credit")
            .Select(credit => MusicBrainzIds.Normalise(credit.At("artist").Text("id")))
            .OfType<string>();

    public static IReadOnlyList<Credit> People(params IEnumerable<JsonElement> entities) =>
        [
            .. (
                from entity in entities
                from relation in entity.List("relations")
                let role = RoleOf(relation.Text("type"))
                let name = relation.Text("target-credit") ?? relation.At("artist").Text("name")
                where role is not null && name is not null
                select new Credit(name, role, relation.At("artist").Text("sort-name"))
            )
                .Distinct()
                .Take(MostPeople),
        ];

    /// <summary>In the words of tags; null for what says nothing of the music (photography, tributes).</summary>
    private static string? RoleOf(string? type) =>
        type switch
        {
            "composer" or "lyricist" or "writer" or "conductor" or "arranger" or "remixer" or "producer" => type,
            "orchestrator" or "instrument arranger" or "vocal arranger" => "arranger",
            "engineer" or "recording" or "mastering" or "sound" => "engineer",
            "mix" => "mixer",
            "mix-DJ" => "djmixer",
            "performer" or "vocal" or "instrument" or "performing orchestra" => "performer",
            _ => null,
        };
}
