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
            .AddJobHandler<PublishLibrary, PublishData>(JobTypes.Publish)
            .AddApplier<ChangesIntendedApplier, ChangesIntended>()
            .AddApplier<ChangesClosedApplier, ChangesClosed>()
            .AddApplier<FilesRestoredApplier, FilesRestored>()
            .AddApplier<RunClosedApplier, RunClosed>()
            .AddApplier<ItemPublishedApplier, ItemPublished>();
}
