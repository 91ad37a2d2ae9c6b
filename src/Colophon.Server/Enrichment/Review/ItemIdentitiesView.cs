using System.Text.Json;
using Colophon.Server.Enrichment.Identify;

namespace Colophon.Server.Enrichment.Review;

/// <summary>What an item is called at the providers of its kind.</summary>
public sealed record ItemIdentitiesView(long ItemId, string State, IReadOnlyList<ProviderIdentityView> Providers);

/// <summary>At one provider.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="IsUsable">Whether it is switched on and has the key it wants: others are asked nothing.</param>
/// <param name="CanSearch">Whether it can be searched.</param>
/// <param name="Identity">Null: not identified there.</param>
/// <param name="Candidates">What a search found that was not sure enough, best first.</param>
public sealed record ProviderIdentityView(
    string Provider,
    string Title,
    bool IsUsable,
    bool CanSearch,
    IdentityView? Identity,
    IReadOnlyList<MatchView> Candidates
);

/// <param name="How">How it is known.</param>
/// <param name="Score">Of a search, of 100.</param>
/// <param name="Explanation">Why it was believed: <c>{identifier: {type, value}}</c> or <c>{parts: [{what, points, of, offered}]}</c>.</param>
/// <param name="Pinned">A person chose it.</param>
public sealed record IdentityView(
    string Type,
    string Value,
    IdentityOrigin How,
    double? Score,
    JsonElement? Explanation,
    bool Pinned
)
{
    internal static IdentityView Of(Identity identity) =>
        new(
            identity.Id.Type,
            identity.Id.Value,
            identity.How switch
            {
                IdentifiedBy.Person => IdentityOrigin.Person,
                IdentifiedBy.Search => IdentityOrigin.Search,
                _ => IdentityOrigin.Identifier,
            },
            identity.Score,
            identity.Explanation is { } why ? JsonElement.Parse(why) : null,
            identity.IsPinned
        );
}

/// <summary>How an item was identified.</summary>
public enum IdentityOrigin
{
    /// <summary>By an id in its NFO, name or tags, or one that another provider told.</summary>
    Identifier,

    Search,

    /// <summary>A person chose it.</summary>
    Person,
}

/// <summary>One that might be meant.</summary>
/// <param name="Score">Of 100.</param>
/// <param name="Parts">What the score is made of.</param>
/// <param name="Picture">The address of a small picture at the provider.</param>
/// <param name="Page">Its page for people.</param>
public sealed record MatchView(
    string Type,
    string Value,
    string Title,
    int? Year,
    IReadOnlyList<string> People,
    string? Description,
    string? Picture,
    string? Page,
    double Score,
    IReadOnlyList<ScorePartView> Parts
)
{
    internal static MatchView Of(ScoredMatch scored) =>
        new(
            scored.Match.Id.Type,
            scored.Match.Id.Value,
            scored.Match.Title,
            scored.Match.Year,
            scored.Match.People,
            scored.Match.Description,
            scored.Match.Picture?.ToString(),
            scored.Match.Page?.ToString(),
            scored.Score.Points,
            [.. scored.Score.Parts.Select(part => new ScorePartView(part.What, part.Points, part.Of, part.Offered))]
        );
}

/// <summary>What one thing adds to a score.</summary>
/// <param name="Of">The most it can add.</param>
/// <param name="Offered">What the match says.</param>
public sealed record ScorePartView(string What, double Points, double Of, string? Offered);

/// <summary>A search by a person. What is null is taken from the item.</summary>
public sealed record SearchIdentityRequest(string Provider, string? Title = null, int? Year = null);

public sealed record MatchListView(IReadOnlyList<MatchView> Matches, int Total);

/// <summary>An id at a provider.</summary>
public sealed record ChooseIdentityRequest(string Type, string Value);

/// <summary>What another identity would change.</summary>
/// <param name="Fields">What is shown now and what would be, by field.</param>
/// <param name="FileFields">The same of the file that the record speaks of.</param>
public sealed record IdentityPreviewView(
    string Title,
    IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> FileFields
);

/// <summary>Items of which a search found several that might be meant.</summary>
public sealed record ReviewListView(IReadOnlyList<ReviewItemView> Items, long Total);

/// <param name="Provider">That was searched.</param>
/// <param name="Best">The candidate with the best score.</param>
/// <param name="Candidates">How many there are.</param>
public sealed record ReviewItemView(
    long ItemId,
    long LibraryId,
    string LibraryName,
    string Kind,
    string Title,
    int? Year,
    string? CoverUrl,
    string Provider,
    string ProviderTitle,
    MatchView Best,
    long Candidates
);
