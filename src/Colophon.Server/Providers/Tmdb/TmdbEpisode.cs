using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>An episode, as evidence: an entry of its season's answer, so that a season costs one request and not one an episode.</summary>
internal static class TmdbEpisode
{
    private const int MostLanguages = 3;

    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.IndexNumber,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.Runtime,
        Fields.Ratings,
        Fields.People,
        Fields.Identifiers,
    ];

    public static async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        int season,
        int number,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var said = new List<Told>();
        // A season's translations hold no words of its episodes: what one language lacks is asked for in the next, at last in English.
        foreach (var language in session.Languages.Append("en").Distinct().Take(MostLanguages))
        {
            var request = TmdbRequests.Season(subject.Id, season, language, session);
            if (await session.GetAsync(request, cancellationToken) is not { } answer)
                break;
            var entry = answer.List("episodes").FirstOrDefault(episode => episode.Integer("episode_number") == number);
            if (entry.ValueKind == JsonValueKind.Undefined)
                break;
            said.Add(new Told(answer, entry, number));
            if (said[^1] is { Name: not null, Overview: not null })
                break;
        }
        return said.Count == 0 ? null : Read(subject, said, await TmdbImages.AskAsync(session, cancellationToken));
    }

    /// <param name="said">In the order of the languages wanted.</param>
    private static ProviderRecord Read(ProviderSubject subject, IReadOnlyList<Told> said, TmdbImages images)
    {
        var (season, episode) = (said[0].Season, said[0].Episode);
        var name = said.Select(told => told.Name).FirstOrDefault(name => name is not null);
        var document = new EvidenceDraft()
            .Text(Fields.Title, name ?? episode.Text("name"))
            .Set(Fields.IndexNumber, TmdbValues.Number(said[0].Number))
            .Text(Fields.Description, said.Select(told => told.Overview).FirstOrDefault(text => text is not null))
            .Date(Fields.ReleaseDate, episode.Text("air_date"))
            .Set(Fields.Runtime, TmdbValues.Minutes(episode.Integer("runtime")))
            .Set(Fields.Ratings, TmdbValues.Ratings(episode))
            .People(Fields.People, TmdbPeople.OfEpisode(season, episode))
            .Set(Fields.Identifiers, TmdbIds.Of(episode))
            .ToDocument();
        return new ProviderRecord(subject.Id, document) { Artwork = images.OfEpisode(episode) };
    }

    /// <summary>An episode in one language.</summary>
    private sealed record Told(JsonElement Season, JsonElement Episode, int Number)
    {
        /// <summary>Null where it only counts: "Episode 3".</summary>
        public string? Name => Episode.Text("name") is { } name && !TmdbTexts.OnlyCounts(name, Number) ? name : null;

        public string? Overview => TmdbTexts.Clean(Episode.Text("overview"));
    }
}
