using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Publishing.Journal;

namespace Colophon.Server.Publishing;

public static class PublishingFeature
{
    /// <summary>After the steps that change pictures.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services
            .AddSingleton<ICommitStep, QueuePublishing>()
            .AddSingleton<PublishedItems>()
            .AddSingleton<ReplacedFiles>()
            .AddSingleton<PublishFiles>()
            .AddSingleton<PublishUndo>()
            .AddSingleton<PublishRetention>()
            .AddJobHandler<PublishLibrary, PublishData>(JobTypes.Publish)
            .AddApplier<ChangesIntendedApplier, ChangesIntended>()
            .AddApplier<ChangesClosedApplier, ChangesClosed>()
            .AddApplier<FilesRestoredApplier, FilesRestored>()
            .AddApplier<RunClosedApplier, RunClosed>()
            .AddApplier<RunsExpiredApplier, RunsExpired>()
            .AddApplier<ItemPublishedApplier, ItemPublished>();
}
