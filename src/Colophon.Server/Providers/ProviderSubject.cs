using Colophon.Server.Metadata;

namespace Colophon.Server.Providers;

/// <summary>What something is called at a provider.</summary>
/// <param name="Type">As of identifiers: <c>tmdb</c>, <c>musicbrainz_release_group</c>.</param>
public sealed record ProviderId(string Type, string Value);

/// <summary>What a provider is asked about.</summary>
/// <param name="Kind">Of the item.</param>
/// <param name="Id">Its id; of a season or an episode the show's, where the ability says so.</param>
public sealed record ProviderSubject(string Kind, ProviderId Id)
{
    /// <summary>Of a season and an episode; 0 for specials.</summary>
    public int? Season { get; init; }

    /// <summary>Of an episode, in its season.</summary>
    public int? Number { get; init; }
}

/// <summary>What is known of an item whose id is sought.</summary>
/// <param name="Title">Of the item; never empty.</param>
public sealed record ItemQuery(string Kind, string Title)
{
    /// <summary>Other titles by which it may be known: the original one, the one in the file's name.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>Authors of a book, artists of an album.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public int? RuntimeMinutes { get; init; }

    /// <summary>Tracks of an album.</summary>
    public int? Parts { get; init; }

    /// <summary>Two letters, where the item says.</summary>
    public string? Language { get; init; }
}

/// <summary>One that might be meant. What the provider does not say is null or empty.</summary>
/// <param name="Id">To be read by.</param>
public sealed record ProviderMatch(ProviderId Id, string Title)
{
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    public int? Year { get; init; }

    public IReadOnlyList<string> People { get; init; } = [];

    public int? RuntimeMinutes { get; init; }

    public int? Parts { get; init; }

    public string? Language { get; init; }

    /// <summary>What tells it from others of this name, in a line.</summary>
    public string? Description { get; init; }

    /// <summary>A small picture.</summary>
    public Uri? Picture { get; init; }

    /// <summary>Its page for people.</summary>
    public Uri? Page { get; init; }
}

/// <summary>What a provider says of one subject.</summary>
/// <param name="Id">By which it goes now: another than was asked for when two were merged.</param>
public sealed record ProviderRecord(ProviderId Id, EvidenceDocument Document)
{
    /// <summary>The pictures that came along.</summary>
    public IReadOnlyList<ArtworkOffer> Artwork { get; init; } = [];
}

/// <summary>A picture that a provider offers.</summary>
/// <param name="Type">One of the asset types of pictures.</param>
/// <param name="Address">Of the picture in full size.</param>
public sealed record ArtworkOffer(string Type, Uri Address)
{
    /// <summary>A smaller one to look at.</summary>
    public Uri? Preview { get; init; }

    /// <summary>Two letters; null: without text, or unknown.</summary>
    public string? Language { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>How many people voted or liked it.</summary>
    public int Votes { get; init; }

    /// <summary>What they said on average, of ten; null where there are only likes.</summary>
    public double? Rating { get; init; }
}
