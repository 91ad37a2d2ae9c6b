using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>What people at MusicBrainz think of something: its genres, other tags, stars.</summary>
internal static class MusicBrainzFolksonomy
{
    private const int Most = 20;

    /// <summary>Those most people voted for first, of the first that has any.</summary>
    public static IReadOnlyList<string> Genres(params IEnumerable<JsonElement> entities) =>
        entities.Select(entity => ByVotes(entity, "genres")).FirstOrDefault(genres => genres.Count > 0) ?? [];

    /// <summary>Genres are tags too: they are not said twice.</summary>
    public static IReadOnlyList<string> Tags(params IEnumerable<JsonElement> entities)
    {
        var all = entities.ToList();
        var genres = all.SelectMany(entity => ByVotes(entity, "genres")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. all.SelectMany(entity => ByVotes(entity, "tags"))
                .Where(tag => !genres.Contains(tag))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(Most),
        ];
    }

    /// <summary>Stars are of five there.</summary>
    public static RatingsValue? Ratings(JsonElement entity)
    {
        var rating = entity.At("rating");
        return
            rating.Number("value") is { } stars and >= 0 and <= 5 && rating.Integer("votes-count") is { } votes and > 0
            ? new RatingsValue([new Rating("musicbrainz", Math.Round(stars * 2, 2), votes)])
            : null;
    }

    private static IReadOnlyList<string> ByVotes(JsonElement entity, string list) =>
        [
            .. entity
                .List(list)
                .Select(tag => (Name: tag.Text("name"), Votes: tag.Integer("count") ?? 1))
                .Where(tag => tag is { Name: not null, Votes: > 0 })
                .OrderByDescending(tag => tag.Votes)
                .Select(tag => tag.Name!)
                .Take(Most),
        ];
}
