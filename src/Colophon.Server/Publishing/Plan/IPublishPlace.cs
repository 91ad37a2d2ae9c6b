using Colophon.Server.Artwork;

namespace Colophon.Server.Publishing.Plan;

/// <summary>Where other programs look for what belongs to an item: a kind's folder implements it.</summary>
public interface IPublishPlace
{
    string Kind { get; }

    /// <summary>Null where no program would take anything for the item's.</summary>
    PublishPlace? Of(ItemOnDisk item);
}

/// <summary>Where what is published of an item goes, below its root.</summary>
/// <param name="Folder">Its own, or the one that it shares; of a season the show's, null when that has none.</param>
/// <param name="Stem">What its pictures are named after; null in a folder of its own.</param>
public sealed record PublishPlace(PictureSubject Subject, string? Folder, string? Stem = null)
{
    /// <summary>Of a season: 0 for specials.</summary>
    public int? Season { get; init; }

    /// <summary>Of a season, when it has one.</summary>
    public string? SeasonFolder { get; init; }
}

/// <summary>An item with its files on one root, the first of them its main one.</summary>
/// <param name="HoldsOthers">Whether files of other items lie in a folder or below it.</param>
public sealed record ItemOnDisk(string IdentityKey, IReadOnlyList<FileOnDisk> Files, Func<string, bool> HoldsOthers);

/// <param name="Path">Below the root.</param>
/// <param name="Unit">The path of the unit it was read with.</param>
public sealed record FileOnDisk(string Path, string Unit);
