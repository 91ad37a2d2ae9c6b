using Colophon.Jobs;
using Colophon.Server.Artwork;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>Takes a candidate's picture into the cache: whole, of a size and kind that is kept, or not at all.</summary>
internal sealed class CandidateDownload(CacheStore store)
{
    /// <param name="slot">Whose picture it is.</param>
    /// <exception cref="ProviderException">It was not given, or is no picture.</exception>
    /// <exception cref="CacheUnwritableException">The cache takes no file.</exception>
    public async Task<AssetCached> TakeAsync(
        long assetId,
        Uri address,
        CacheSlot slot,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        using var spool = store.Spool(slot, expected: 0);
        await session.DownloadAsync(address, PictureSpool.Limit, spool, cancellationToken);
        var (content, failure) = AssetContent.Look(spool, address.ToString(), slot.AssetType);
        if (content is null)
            throw new ProviderException(ProviderTrouble.Refused, SentenceOf(failure));
        var sha256 = spool.Finish();
        var kept = store.Keep(spool, slot, sha256, content.Extension, []);
        return new AssetCached(
            assetId,
            slot.EntityId,
            sha256,
            kept.Size,
            content.Width,
            content.Height,
            kept.CachePath
        );
    }

    private static string SentenceOf(JobOutcome? failure) =>
        failure is JobOutcome.DeadOutcome dead ? dead.Error.Message : "What came is no picture.";
}
