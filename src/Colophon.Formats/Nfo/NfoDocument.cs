namespace Colophon.Formats.Nfo;

/// <summary>What an NFO file says.</summary>
/// <param name="Items">One a root, in their order: a file of several episodes has several.</param>
/// <param name="Links">Ids in addresses that stand outside of the roots, or in a file that is only text.</param>
public sealed record NfoDocument(IReadOnlyList<NfoItem> Items, IReadOnlyList<NfoLink> Links);

/// <summary>An id taken from an address or a word in plain text.</summary>
/// <param name="Provider">As in <see cref="NfoId"/>; <c>tvdb_slug</c> is the name of a show that must be looked up.</param>
/// <param name="Value">The id.</param>
/// <param name="Kind">What the address says it is of; null when it does not say.</param>
public sealed record NfoLink(string Provider, string Value, NfoKind? Kind);
