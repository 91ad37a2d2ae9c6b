using Colophon.Jobs;

namespace Colophon.Server.Providers;

/// <summary>What there is to know of a provider before it is asked anything.</summary>
/// <param name="Name">Persisted: a source of evidence and of assets, part of a queue's name, a word of small letters.</param>
/// <param name="Title">For people.</param>
/// <param name="Address">Where requests go unless the settings say otherwise; ends with a slash.</param>
public sealed record ProviderFacts(string Name, string Title, Uri Address)
{
    /// <summary>For people: where to get a key, whose data it is.</summary>
    public required Uri Website { get; init; }

    /// <summary>The sentence the provider asks to be shown where its data is.</summary>
    public required string Attribution { get; init; }

    /// <summary>Where a library says nothing, the lower one is asked first and believed more.</summary>
    public int Rank { get; init; } = 50;

    public ProviderKey Key { get; init; } = ProviderKey.None;

    /// <summary>How often it may be asked when the settings do not say; null: as often as one likes.</summary>
    public RateLimit? Limit { get; init; }

    /// <summary>Other hosts, by https, on which its answers and pictures lie; a leading dot stands for all below.</summary>
    public IReadOnlyList<string> OtherHosts { get; init; } = [];

    public required IReadOnlyList<ProviderAbility> Abilities { get; init; }

    /// <summary>How long an answer is taken from the cache; of searches and of "no such thing" a day at most.</summary>
    public TimeSpan GoodFor { get; init; } = TimeSpan.FromDays(14);

    public ProviderAbility? Ability(string kind) => Abilities.FirstOrDefault(ability => ability.Kind == kind);
}

/// <summary>Whether a provider wants to know who asks.</summary>
public enum ProviderKey
{
    None = 0,

    /// <summary>It answers without, and more with one.</summary>
    Optional = 1,

    Required = 2,
}

/// <summary>What a provider can say of one kind of item.</summary>
/// <param name="Kind">Of items: <c>movie</c>, <c>album</c>.</param>
/// <param name="Can">Which methods may be called.</param>
/// <param name="IdTypes">Types of identifiers that it takes as ids as they are, best first: <c>tmdb</c>, <c>musicbrainz_release</c>.</param>
public sealed record ProviderAbility(string Kind, ProviderCan Can, IReadOnlyList<string> IdTypes)
{
    /// <summary>The fields that its records may speak of; others are told nowhere.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>Types of others' identifiers that <see cref="IProvider.FindAsync"/> takes, best first.</summary>
    public IReadOnlyList<string> FindsBy { get; init; } = [];

    /// <summary>
    /// The kind of container by whose id it is asked (<c>show</c>), with the season's and the episode's number: such items are not
    /// identified themselves. Null: by an id of its own.
    /// </summary>
    public string? Within { get; init; }
}

/// <summary>What may be asked of a provider.</summary>
[Flags]
public enum ProviderCan
{
    None = 0,
    Search = 1,
    Find = 2,
    Metadata = 4,
    Artwork = 8,
}
