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
        var believed = Believed(item);
        var known = item.Identities.GetValueOrDefault(facts.Name);
        if (known is not null && (known.IsPinned || Holds(known, believed, item, ability)))
        {
            // An identifier that came later goes before a search.
            var better =
                known.How == IdentifiedBy.Search
                    ? await ByIdentifierAsync(item.Kind, believed, ability, session, cancellationToken)
                    : null;
            return better ?? new Identified(new ProviderSubject(item.Kind, known.Id), known);
        }
        return await ByIdentifierAsync(item.Kind, believed, ability, session, cancellationToken)
            ?? await ByIdentifierAsync(item.Kind, [.. item.Identifiers], ability, session, cancellationToken)
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

    /// <summary>What a person chose at any provider, then what the files tell, unless that is what the person put right.</summary>
    private static IReadOnlyList<Identifier> Believed(EnrichedItem item)
    {
        var chosen = item
            .Identities.Values.Where(identity => identity.IsPinned)
            .Select(identity => new Identifier(identity.Id.Type, identity.Id.Value))
            .ToList();
        var isPutRight = chosen.Exists(one =>
            item.LocalIdentifiers.Any(told => told.Type == one.Type)
            && !item.LocalIdentifiers.Any(told => IsSame(told, one))
        );
        return isPutRight ? chosen : [.. chosen, .. item.LocalIdentifiers];
    }

    /// <summary>
    /// What was found holds as long as nothing names another: what is believed by any type of id that the provider takes, other providers
    /// by one of the same type.
    /// </summary>
    private static bool Holds(
        Identity known,
        IReadOnlyList<Identifier> believed,
        EnrichedItem item,
        ProviderAbility ability
    )
    {
        var sure = believed.Where(told => ability.IdTypes.Contains(told.Type)).ToList();
        var told = sure.Count > 0 ? sure : item.Identifiers.Where(said => said.Type == known.Id.Type).ToList();
        return told.Count == 0 || told.Exists(said => IsSame(said, new Identifier(known.Id.Type, known.Id.Value)));
    }

    private static bool IsSame(Identifier one, Identifier other) =>
        one.Type == other.Type && one.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

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

    /// <param name="identifiers">Of one type the one believed most first.</param>
    private static async Task<Identified?> ByIdentifierAsync(
        string kind,
        IReadOnlyList<Identifier> identifiers,
        ProviderAbility ability,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        foreach (var type in ability.IdTypes)
            if (identifiers.FirstOrDefault(said => said.Type == type) is { } own)
                return Known(kind, session, new ProviderId(type, own.Value), own);
        if (!ability.Can.HasFlag(ProviderCan.Find))
            return null;
        foreach (var type in ability.FindsBy)
            if (
                identifiers.FirstOrDefault(said => said.Type == type) is { } other
                && await session.Provider.FindAsync(kind, other, session, cancellationToken) is { } id
            )
                return Known(kind, session, id, other);
        return null;
    }

    private static Identified Known(string kind, ProviderSession session, ProviderId id, Identifier by) =>
        new(
            new ProviderSubject(kind, id),
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
