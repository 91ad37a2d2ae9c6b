using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Identify;

/// <summary>
/// Finds what an item is called at a provider: as a person said, as was found before, by the identifiers it carries, else by a search
/// whose best match must be good and alone.
/// </summary>
internal sealed class Identification(IDatabase database)
{
    private const int MostCandidates = 10;

    public async Task<Identified> OfAsync(
        EnrichedItem item,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var facts = session.Provider.Facts;
        if (facts.Ability(item.Kind) is not { } ability)
            return Identified.Not;
        if (ability.Within is { } kind)
            return await WithinAsync(item, kind, session, cancellationToken);
        if (item.Identities.GetValueOrDefault(facts.Name) is { } known && (known.IsPinned || IsStillSaid(known, item)))
            return new Identified(new ProviderSubject(item.Kind, known.Id), known);
        return await ByIdentifierAsync(item, ability, session, cancellationToken)
            ?? await BySearchAsync(item, ability, session, cancellationToken);
    }

    /// <summary>Everything a search found, best first, for a person to choose from.</summary>
    public static async Task<IReadOnlyList<ScoredMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var matches = await session.Provider.SearchAsync(query, session, cancellationToken);
        return
        [
            .. matches
                .DistinctBy(match => match.Id)
                .Select(match => new ScoredMatch(match, MatchScore.Of(query, match)))
                .OrderByDescending(scored => scored.Score.Points)
                .Take(MostCandidates),
        ];
    }

    public static ItemQuery QueryOf(EnrichedItem item)
    {
        var isBook = item.Kind == ItemKinds.Book;
        return new ItemQuery(item.Kind, item.Title)
        {
            OtherTitles = [.. new[] { item.Shown.Text(Fields.OriginalTitle) }.OfType<string>()],
            // Of a book it is the edition's, while providers tell when it was first published.
            Year = isBook ? null : item.Year,
            People = PeopleOf(item.Shown, isBook ? Fields.Authors : Fields.Artists),
            RuntimeMinutes = item.Kind == ItemKinds.Movie && item.Duration is { } seconds ? (int)(seconds / 60) : null,
            Parts = item.Kind == ItemKinds.Album && item.Children > 0 ? item.Children : null,
            Language = item
                .Editions.Select(file => file.Shown.Text(Fields.Language))
                .FirstOrDefault(said => said is not null),
        };
    }

    /// <summary>An id that came from an identifier holds as long as the item does not carry another of that type.</summary>
    private static bool IsStillSaid(Identity known, EnrichedItem item) =>
        known.How != IdentifiedBy.Identifier
        || item.Identifiers.Where(said => said.Type == known.Id.Type).Select(said => said.Value) is var values
            && (!values.Any() || values.Contains(known.Id.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>What lies in a container is asked for by the container's id and its numbers.</summary>
    private async Task<Identified> WithinAsync(
        EnrichedItem item,
        string kind,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var season = item.Kind == ItemKinds.Season ? item.Number : SeasonOf(item)?.Number;
        if (item.Containers.FirstOrDefault(container => container.Kind == kind) is not { } container || season is null)
            return Identified.Not;
        var around = await database.ReadAsync(
            connection => EnrichedItem.FindAsync(connection, container.Id),
            cancellationToken
        );
        // Its own job may not have come so far: what it asks is asked once and found in the cache.
        if (around is null || await OfAsync(around, session, cancellationToken) is not { Subject: { } subject })
            return Identified.Not;
        var number = item.Kind == ItemKinds.Season ? null : item.Number;
        if (item.Kind != ItemKinds.Season && number is null)
            return Identified.Not;
        return new Identified(
            new ProviderSubject(item.Kind, subject.Id) { Season = (int)season, Number = (int?)number },
            Identity: null
        )
        {
            ContainerId = around.Id,
        };
    }

    private static Container? SeasonOf(EnrichedItem item) =>
        item.Containers.FirstOrDefault(container => container.Kind == ItemKinds.Season);

    private static async Task<Identified?> ByIdentifierAsync(
        EnrichedItem item,
        ProviderAbility ability,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var type in ability.IdTypes)
            if (item.Identifiers.FirstOrDefault(said => said.Type == type) is { } own)
                return Known(item, session, new ProviderId(type, own.Value), own);
        if (!ability.Can.HasFlag(ProviderCan.Find))
            return null;
        foreach (var type in ability.FindsBy)
            if (
                item.Identifiers.FirstOrDefault(said => said.Type == type) is { } other
                && await session.Provider.FindAsync(item.Kind, other, session, cancellationToken) is { } id
            )
                return Known(item, session, id, other);
        return null;
    }

    private static Identified Known(EnrichedItem item, ProviderSession session, ProviderId id, Identifier by) =>
        new(
            new ProviderSubject(item.Kind, id),
            new Identity(session.Provider.Facts.Name, id, IdentifiedBy.Identifier, IsPinned: false)
            {
                Explanation = MatchText.OfIdentifier(by),
            }
        );

    private static async Task<Identified> BySearchAsync(
        EnrichedItem item,
        ProviderAbility ability,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (!ability.Can.HasFlag(ProviderCan.Search))
            return Identified.Not;
        var found = await SearchAsync(QueryOf(item), session, cancellationToken);
        if (found.Count == 0)
            return Identified.Not with { IsSearched = true };
        var best = found[0];
        var isAlone = found.Count == 1 || best.Score.Points - found[1].Score.Points >= MatchScore.Lead;
        if (best.Score.Points < MatchScore.Sure || !isAlone)
            return Identified.Not with { IsSearched = true, Candidates = found };
        return new Identified(
            new ProviderSubject(item.Kind, best.Match.Id),
            new Identity(session.Provider.Facts.Name, best.Match.Id, IdentifiedBy.Search, IsPinned: false)
            {
                Score = best.Score.Points,
                Explanation = MatchText.OfScore(best.Score),
            }
        );
    }

    private static IReadOnlyList<string> PeopleOf(Merged shown, string field) =>
        shown.Values.GetValueOrDefault(field) is PeopleValue people ? [.. people.Entries.Select(one => one.Name)] : [];
}

/// <summary>What came of identifying an item.</summary>
/// <param name="Subject">Null: it is not known what it is called there.</param>
/// <param name="Identity">To be kept; null for what is known through its container.</param>
internal sealed record Identified(ProviderSubject? Subject, Identity? Identity)
{
    public static Identified Not { get; } = new(null, null);

    /// <summary>What might be meant, for a person to choose from.</summary>
    public IReadOnlyList<ScoredMatch> Candidates { get; init; } = [];

    /// <summary>Whether a search was made for it.</summary>
    public bool IsSearched { get; init; }

    /// <summary>By whose identity it is known; null: by its own.</summary>
    public long? ContainerId { get; init; }

    public AskedBy AskedBy(long itemId, string provider) => new(ContainerId ?? itemId, provider, Subject);
}

internal sealed record ScoredMatch(ProviderMatch Match, MatchScore Score);
