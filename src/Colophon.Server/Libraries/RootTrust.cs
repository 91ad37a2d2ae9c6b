using Colophon.Server.Platform.Files;

namespace Colophon.Server.Libraries;

/// <summary>Whether what a root shows may be taken for the truth.</summary>
public enum RootBelief
{
    Believed,

    /// <summary>Not there, no folder, or not readable.</summary>
    Unavailable,

    /// <summary>There and empty, although more than one main file is known under it: as an unmounted disk looks.</summary>
    Emptied,
}

/// <param name="Detail">The sentence a person sees when it is not believed.</param>
public sealed record RootVerdict(RootBelief Belief, string? Detail);

/// <summary>
/// The one judgement by which files may be called gone, for scans, resyncs and every node: a root is believed when it is
/// there, readable, and not empty while more than one main file is known under it.
/// </summary>
public static class RootTrust
{
    public static RootVerdict Judge(string rootPath, long knownMainFiles)
    {
        var listing = FolderReader.List(rootPath);
        if (listing.State != PathState.Present)
            return new RootVerdict(
                RootBelief.Unavailable,
                $"“{rootPath}” cannot be read: {listing.Trouble}. Is the disk there?"
            );
        var holdsSomething = listing.Entries.Any(entry => !IsLeftOver(entry.Name));
        if (!holdsSomething && knownMainFiles > 1)
        {
            return new RootVerdict(
                RootBelief.Emptied,
                $"“{rootPath}” is empty, but {knownMainFiles} files are known in it. Nothing was marked missing. Is the disk mounted?"
            );
        }
        return new RootVerdict(RootBelief.Believed, null);
    }

    /// <summary>What an unmounted mount point may still hold.</summary>
    private static bool IsLeftOver(string name) =>
        name.StartsWith('.') || name is "lost+found" or "@eaDir" or "#recycle";
}
