using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog.Editing;

/// <summary>Why an item or a file says what it says.</summary>
/// <param name="Fields">By name, in the order of the field table.</param>
public sealed record EvidenceShown(
    long ItemId,
    IReadOnlyDictionary<string, FieldEvidence> Fields,
    IReadOnlyList<DocumentShown> Documents
);

/// <param name="Reason">Why the value is shown: priority, file_order (those a merge brought come after), format_order, role_order, path_order, only_offer, manual, locked or cleared.</param>
/// <param name="Offers">Strongest first.</param>
public sealed record FieldEvidence(
    JsonElement Value,
    string? Source,
    string? Origin,
    bool Locked,
    bool Cleared,
    string? Reason,
    IReadOnlyList<OfferShown> Offers
)
{
    internal static FieldEvidence Of(FieldExplanation explanation) =>
        new(
            FieldJson.ToElement(explanation.Value),
            explanation.Source,
            explanation.Origin,
            explanation.Locked,
            explanation.Cleared,
            explanation.Reason,
            [
                .. explanation.Offers.Select(offer => new OfferShown(
                    offer.Source,
                    offer.Origin,
                    FieldJson.ToElement(offer.Value),
                    offer.ObservedAt,
                    offer.Stale,
                    offer.Wins
                )),
            ]
        );
}

public sealed record OfferShown(
    string Source,
    string Origin,
    JsonElement Value,
    DateTimeOffset ObservedAt,
    bool Stale,
    bool Wins
);

/// <summary>All that one origin said.</summary>
public sealed record DocumentShown(
    string Source,
    string Origin,
    long? FileId,
    DateTimeOffset ObservedAt,
    IReadOnlyDictionary<string, JsonElement> Document
);
