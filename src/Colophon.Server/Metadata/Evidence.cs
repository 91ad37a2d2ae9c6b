namespace Colophon.Server.Metadata;

/// <summary>One document with where it comes from. Source, origin and file together are unique in what is merged.</summary>
/// <param name="Origin"><c>file:7</c>, <c>sidecar:name</c>, a provider's record id, ...</param>
/// <param name="FileId">Null: said about the item.</param>
/// <param name="ObservedAt">For people to see; it plays no part in the merge.</param>
public sealed record Evidence(
    string Source,
    string Origin,
    long? FileId,
    EvidenceDocument Document,
    EvidenceRank Rank,
    DateTimeOffset ObservedAt
);
