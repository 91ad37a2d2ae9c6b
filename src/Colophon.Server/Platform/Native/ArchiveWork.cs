using System.Text.Json;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Platform.Native;

/// <summary>What the probe child does with archives; the results go into the file that the parent names.</summary>
internal static class ArchiveWork
{
    private const int ItemLimit = 65_536;
    private const int DocumentLimit = 1024 * 1024;
    private const int MostDocuments = 8;

    public static ProbeAnswer List(ProbeRequest request)
    {
        using var walk = new ArchiveWalk(request.Source);
        var items = new List<ArchiveItem>();
        var documents = 0;
        var hasMore = false;
        while (!hasMore && walk.Next())
        {
            var isWanted = documents < MostDocuments && IsDocument(request, walk.Name) && !walk.IsEncrypted;
            documents += isWanted ? 1 : 0;
            items.Add(new ArchiveItem(walk.Name, walk.Size, walk.IsEncrypted, isWanted ? Content(walk) : null));
            hasMore = items.Count == ItemLimit;
        }
        var listing = new ArchiveListing(items, walk.Trouble, walk.IsLocked, hasMore);
        using var target = UnfinishedFile.OpenEmpty(request.Target);
        JsonSerializer.Serialize(target, listing, ProbeJson.Default.ArchiveListing);
        return new ProbeAnswer(null, null);
    }

    public static ProbeAnswer TakeOut(ProbeRequest request)
    {
        using var walk = new ArchiveWalk(request.Source);
        while (walk.Next())
        {
            if (walk.Name != request.Entry)
                continue;
            using var target = UnfinishedFile.OpenEmpty(request.Target);
            return walk.CopyTo(target, request.Limit) ?? new ProbeAnswer(null, null);
        }
        return walk.Trouble is { } trouble
            ? new ProbeAnswer(ProbeCodes.Unreadable, trouble)
            : new ProbeAnswer(ProbeCodes.Missing, $"{request.Entry} is not in it.");
    }

    private static bool IsDocument(ProbeRequest request, string name) =>
        request.Documents?.Contains(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].ToUpperInvariant()) ?? false;

    /// <summary>None when it cannot be read: the listing is worth having all the same.</summary>
    private static byte[]? Content(ArchiveWalk walk)
    {
        using var content = new MemoryStream();
        return walk.CopyTo(content, DocumentLimit) is null ? content.ToArray() : null;
    }
}
