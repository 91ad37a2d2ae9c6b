using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>What a sidecar speaks of.</summary>
public enum SidecarSubject
{
    /// <summary>The item: a book with all its files.</summary>
    Item,

    /// <summary>One file of it.</summary>
    File,
}

/// <summary>Whose word a sidecar is.</summary>
public enum SidecarHand
{
    /// <summary>The checksum is wrong or there is none: a person wrote it, or changed what Colophon had written.</summary>
    Person,

    /// <summary>The checksum is right: it stands as Colophon wrote it.</summary>
    Colophon,
}

/// <summary>
/// The metadata of an item or file in a file beside it. Values are JSON as in the HTTP interface; which fields there are
/// and what they hold is the business of whoever reads them.
/// </summary>
/// <param name="Subject">What it speaks of; what a person wrote without saying so speaks of the item.</param>
/// <param name="Fields">In the order they stand, each name once.</param>
/// <param name="Locks">Fields that nothing automatic may change, with the value they are held at.</param>
/// <param name="Cover">The cover a person chose; null when nobody did.</param>
public sealed record SidecarDocument(
    SidecarSubject Subject,
    SidecarHand Hand,
    IReadOnlyList<SidecarField> Fields,
    IReadOnlyList<SidecarField> Locks,
    SidecarCover? Cover
);

/// <summary>One field.</summary>
/// <param name="Value">JSON null: cleared by a person, or for a lock: nothing was shown.</param>
/// <param name="Source">Who says so (<c>manual</c>, <c>embedded</c>, ...); null when a person wrote the bare value.</param>
public sealed record SidecarField(string Name, JsonElement Value, string? Source);

/// <summary>Names the picture a person chose.</summary>
/// <param name="Source">Where it comes from: <c>path</c>, <c>embedded</c>, a provider.</param>
/// <param name="Origin">Which one of that source: <c>path:cover.jpg</c>, a place in the file, an address.</param>
public sealed record SidecarCover(string Source, string Origin);
