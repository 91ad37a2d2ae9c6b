using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Publishing;

/// <summary>Jobs of publishing, each queued once at a time.</summary>
internal static class PublishRequests
{
    public static JobRequest OfItem(long libraryId, long itemId) =>
        For(new PublishData(libraryId, itemId), $"publish:{itemId}");

    public static JobRequest OfLibrary(long libraryId) =>
        For(new PublishData(libraryId), $"publish-library:{libraryId}");

    public static JobRequest Undo(long libraryId, long runId) =>
        For(new PublishData(libraryId, UndoRunId: runId), $"publish-undo:{runId}");

    private static JobRequest For(PublishData data, string key) =>
        JobRequest.For(JobTypes.Publish, JobQueues.OfLibrary(data.LibraryId), data) with
        {
            DedupeKey = key,
            LibraryId = data.LibraryId,
        };
}
