using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>
/// What a person had said about an item or a file, as a sidecar kept it. It counts only where nobody says anything by hand:
/// for a database that was lost, or a file that came from elsewhere.
/// </summary>
/// <param name="Documents">By hand, and what an older sidecar of the person's own said.</param>
public sealed record KeptEdits(
    IReadOnlyList<DocumentRead> Documents,
    IReadOnlyDictionary<string, FieldLock> Locks,
    KeptCover? Cover
);

/// <summary>The picture a person chose.</summary>
public sealed record KeptCover(string Source, string Origin);
