using Colophon.Server.Enrichment.Identify;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>What a provider told about an item, or that it is not known there.</summary>
/// <param name="FileId">The edition that it speaks of; null: the item as a whole.</param>
/// <param name="Identity">What the item is called there; null: known through its container, or not at all.</param>
/// <param name="Record">Null: there is no such record.</param>
internal sealed record ProviderSaid(
    long ItemId,
    long? FileId,
    string Provider,
    Identity? Identity,
    ProviderTold? Record
)
{
    /// <summary>What might be meant where it is not known.</summary>
    public IReadOnlyList<ScoredMatch> Candidates { get; init; } = [];

    /// <summary>By which identity it was asked for; null: nobody was asked.</summary>
    public AskedBy? Asked { get; init; }
}

/// <param name="Origin">The record's id there: the origin of the evidence.</param>
internal sealed record ProviderTold(string Origin, EvidenceDocument Document)
{
    /// <param name="edition">The file that it speaks of; null: the item as a whole.</param>
    public static ProviderTold Of(ProviderSubject subject, ProviderRecord record, Edition? edition) =>
        new(OriginOf(subject with { Id = record.Id }), Bounds.Of(edition?.Fitting(record.Document) ?? record.Document));

    public static string OriginOf(ProviderSubject subject) =>
        subject.Season is { } season
            ? $"{subject.Id.Type}:{subject.Id.Value}/{season}{(subject.Number is { } number ? $"/{number}" : "")}"
            : $"{subject.Id.Type}:{subject.Id.Value}";
}

/// <summary>An item's enrichment came to its end.</summary>
internal sealed record EnrichmentEnded(Catalog.ItemId Item, Catalog.EnrichmentMarks Marks);
