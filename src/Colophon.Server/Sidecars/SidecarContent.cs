using System.Data.Common;

namespace Colophon.Server.Sidecars;

/// <summary>What stands beside the items of some kinds: a kind's folder implements it.</summary>
public interface ISidecarSource
{
    /// <summary>Of the items it speaks for.</summary>
    IReadOnlySet<string> Kinds { get; }

    /// <summary>Null when the item is gone or excluded, has no file, or has nothing beside it.</summary>
    Task<SidecarContent?> LoadAsync(DbConnection connection, long itemId);
}

/// <summary>The sidecars of one item as they ought to stand.</summary>
/// <param name="Root">The folder they must lie in.</param>
/// <param name="Revision">Of the item, as it was read.</param>
public sealed record SidecarContent(string Root, long Revision, IReadOnlyList<SidecarFile> Files);

/// <summary>One sidecar.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Make">
/// Makes its bytes out of those that are there (null: none); the same bytes when nothing is to be changed, null when it cannot be
/// changed without loss.
/// </param>
public sealed record SidecarFile(string Path, Func<byte[]?, byte[]?> Make)
{
    /// <summary>
    /// Whether it may be a person's: then it stays theirs, and evidence, as long as nothing in it had to be changed.
    /// </summary>
    internal bool IsOthersUntilChanged { get; init; }
}
