using Colophon.Formats.Pictures;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Native;

namespace Colophon.Server.Artwork;

/// <summary>The job <c>cache-asset</c>: reads one asset, keeps it in the cache, says what it is.</summary>
internal sealed class CacheAsset(CacheStore store, IDatabase database, ServerOptions options, ForeignArchives archives)
    : IJobHandler<CacheAssetData>
{
    public async Task<JobOutcome> RunAsync(JobContext<CacheAssetData> context, CancellationToken cancellationToken)
    {
        var (job, data) = (context.Job, context.Data);
        if (data.AssetId is null)
            return JobOutcome.Dead(
                new JobError(AssetErrorCodes.Unknown, "The job does not say which asset it is for.")
            );
        var slot = new CacheSlot(data.EntityType, data.EntityId, data.AssetType, job.Id, job.Attempt);
        try
        {
            if (job.Attempt > 1 || job.CrashCount > 0)
                store.Sweep(slot);
            return await CacheAsync(context, slot, cancellationToken);
        }
        catch (CacheUnwritableException refused)
        {
            return JobOutcome.Retry(new JobError(AssetErrorCodes.CacheUnwritable, refused.Message));
        }
    }

    private async Task<JobOutcome> CacheAsync(
        JobContext<CacheAssetData> context,
        CacheSlot slot,
        CancellationToken cancellationToken
    )
    {
        var data = context.Data;
        var (file, failure) = PictureSource.Open(options.Roots, data.SourcePath);
        using (file)
        {
            if (file is null)
                return failure!;
            using var spool = store.Spool(slot, PictureSource.ExpectedLength(file, data.Embedded));
            failure = data.Embedded is { Method: EmbeddedPicture.ByName } picture
                ? await TakenOutPicture.CopyAsync(archives, file, data.SourcePath, picture, spool, cancellationToken)
                : PictureSource.Copy(file, data.SourcePath, data.Embedded, spool, cancellationToken);
            if (failure is not null)
                return failure;
            (var content, failure) = AssetContent.Look(spool, data.SourcePath, data.AssetType);
            if (content is null)
                return failure!;
            var sha256 = spool.Finish();
            var others = await SameContentAsync(sha256, cancellationToken);
            var kept = store.Keep(spool, slot, sha256, content.Extension, others);
            context.Record(
                new AssetCached(
                    data.AssetId!.Value,
                    data.EntityId,
                    sha256,
                    kept.Size,
                    content.Width,
                    content.Height,
                    kept.CachePath
                )
            );
            return JobOutcome.Done;
        }
    }

    /// <summary>A few are enough: each is looked at on disk, and the first that is whole is taken.</summary>
    private Task<List<string>> SameContentAsync(string sha256, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows(
                        "select cache_path from assets where sha256 = @sha256 and cache_path is not null limit 4",
                        row => row.GetString(0),
                        sha256
                    )
                ),
            cancellationToken
        );
}
