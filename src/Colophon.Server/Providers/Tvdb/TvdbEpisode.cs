using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>
/// An episode, as evidence: an entry of its show's list, so that a show costs a request a language and 500 episodes. Who directed and who
/// was a guest stands only in an answer of the episode's own and is not asked for.
/// </summary>
internal static class TvdbEpisode
{
    /// <summary>No show has more than some ten thousand episodes.</summary>
    private const int MostPages = 40;

    private const int MostLanguages = 3;

    /// <summary>The fields it speaks of.</summary>
    public static readonly string[] Says =
    [
        Fields.Title,
        Fields.IndexNumber,
        Fields.Description,
        Fields.ReleaseDate,
        Fields.Runtime,
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
        var said = new List<JsonElement>();
        // What is not translated is null in that language's list; the list without a language speaks the show's first.
        foreach (var language in TvdbCodes.Wanted(session).Take(MostLanguages).Append(null))
        {
            if (await FindAsync(subject.Id, language, season, number, session, cancellationToken) is { } episode)
                said.Add(episode);
            if (First(said, "name") is not null && First(said, "overview") is not null)
                break;
        }
        return said.Count == 0 ? null : Read(subject, said, number);
    }

    /// <param name="said">In the order of the languages wanted.</param>
    private static ProviderRecord Read(ProviderSubject subject, IReadOnlyList<JsonElement> said, int number)
    {
        var document = new EvidenceDraft()
            .Text(Fields.Title, First(said, "name"))
            .Set(Fields.IndexNumber, TvdbValues.Number(number))
            .Text(Fields.Description, TvdbTexts.Clean(First(said, "overview")))
            .Date(Fields.ReleaseDate, said[0].Text("aired"))
            .Set(Fields.Runtime, TvdbValues.Minutes(said[0].Integer("runtime")))
            .Set(Fields.Identifiers, TvdbIds.Of(said[0]))
            .ToDocument();
        return new ProviderRecord(subject.Id, document) { Artwork = TvdbPictures.OfEpisode(said[0]) };
    }

    private static async Task<JsonElement?> FindAsync(
        ProviderId show,
        string? language,
        int season,
        int number,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        for (var page = 0; page < MostPages; page++)
        {
            var request = TvdbRequests.Episodes(show, language, page);
            if (await session.GetAsync(request, cancellationToken) is not { } answer)
                return null;
            var entry = answer
                .At("data")
                .List("episodes")
                .FirstOrDefault(episode =>
                    episode.Integer("seasonNumber") == season && episode.Integer("number") == number
                );
            if (entry.ValueKind == JsonValueKind.Object)
                return entry;
            if (answer.At("links").Text("next") is null)
                return null;
        }
        return null;
    }

    private static string? First(IEnumerable<JsonElement> said, string name) =>
        said.Select(episode => episode.Text(name)).FirstOrDefault(text => text is not null);
}
