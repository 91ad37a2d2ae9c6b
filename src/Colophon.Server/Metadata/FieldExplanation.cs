namespace Colophon.Server.Metadata;

/// <summary>The answer to "why does it say this?" for one field.</summary>
/// <param name="Origin">Of the winning document; null when the lock's value has no offer any more.</param>
/// <param name="Reason">One of <see cref="MergeReasons"/>; null when nothing is shown because nobody says anything.</param>
/// <param name="Offers">Strongest first.</param>
public sealed record FieldExplanation(
    string Field,
    FieldValue? Value,
    string? Source,
    string? Origin,
    bool Locked,
    bool Cleared,
    string? Reason,
    IReadOnlyList<FieldOffer> Offers
);

/// <summary>What one document says about a field.</summary>
/// <param name="Value">Null: cleared by a person.</param>
/// <param name="Stale">The origin said so once and says so no more.</param>
public sealed record FieldOffer(
    string Source,
    string Origin,
    FieldValue? Value,
    DateTimeOffset ObservedAt,
    bool Stale,
    bool Wins
);

/// <summary>Why a value is shown. Part of the API.</summary>
public static class MergeReasons
{
    public const string Priority = "priority";
    public const string FileOrder = "file_order";
    public const string FormatOrder = "format_order";
    public const string RoleOrder = "role_order";
    public const string PathOrder = "path_order";
    public const string OnlyOffer = "only_offer";
    public const string Manual = "manual";
    public const string Locked = "locked";
    public const string Cleared = "cleared";
}
