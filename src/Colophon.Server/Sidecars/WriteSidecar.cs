using System.Security.Cryptography;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Files;
using Dapper;

namespace Colophon.Server.Sidecars;

/// <summary>
/// The job <c>write-sidecar</c>: puts what is shown of an item beside it, when its library says so. Only what differs is written;
/// what cannot be written is a warning in the job's log.
/// </summary>
internal sealed class WriteSidecar(IDatabase database, IEnumerable<ISidecarSource> sources)
    : IJobHandler<WriteSidecarData>
{
    private const int SizeLimit = 16 * 1024 * 1024;

    public async Task<JobOutcome> RunAsync(JobContext<WriteSidecarData> context, CancellationToken cancellationToken)
    {
        var item = context.Data.ItemId;
        if (await LoadAsync(item, cancellationToken) is not { } content)
            return JobOutcome.Done;
        var written = new List<WrittenFile>();
        foreach (var file in content.Files)
        {
            try
            {
                if (await WriteAsync(content.Root, file, cancellationToken) is { } done)
                    written.Add(done);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                context.Log(JobLogLevel.Warn, $"“{file.Path}” cannot be written: {refused.Message}", new { file.Path });
            }
        }
        context.Record(new FilesWritten(new ItemId(item), content.Revision, written));
        return JobOutcome.Done;
    }

    /// <summary>Null when the library does not want sidecars any more, or the item has none.</summary>
    private Task<SidecarContent?> LoadAsync(long itemId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var item = await connection.QuerySingleOrDefaultAsync<(string Kind, string Options)?>(
                    """
                    select i.kind, l.options from items i join libraries l on l.id = i.library_id
                    where i.id = @itemId and i.missing_since is null and l.deleted_at is null
                    """,
                    new { itemId }
                );
                var source = sources.FirstOrDefault(source => source.Kinds.Contains(item?.Kind ?? ""));
                return item is null || source is null || !LibraryOptions.Parse(item.Value.Options).WriteSidecars
                    ? null
                    : await source.LoadAsync(connection, itemId);
            },
            cancellationToken
        );

    /// <summary>Null when the file stays somebody else's, as it is.</summary>
    private static async Task<WrittenFile?> WriteAsync(
        string root,
        SidecarFile file,
        CancellationToken cancellationToken
    )
    {
        var slash = file.Path.LastIndexOf('/');
        if (!RealPath.IsInside(root, file.Path[..slash]))
            throw new UnauthorizedAccessException("its folder leads out of the library's folders.");
        var there = There(root, file.Path);
        var bytes = file.Make(there);
        if (bytes is null)
            throw new IOException("it cannot be changed without loss; take it away to have it written anew.");
        if (there is null || !there.AsSpan().SequenceEqual(bytes))
            await AtomicFile.WriteAsync(file.Path, bytes, Durability.Quick, cancellationToken);
        else if (file.IsOthersUntilChanged)
            return null;
        var look = FileProbe.Look(file.Path);
        if (!look.IsFile)
            throw new IOException(look.Trouble ?? "it is gone again.");
        return new WrittenFile(
            file.Path,
            look.Facts.Size,
            look.Facts.ModifiedNs,
            Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
    }

    private static byte[]? There(string root, string path)
    {
        var look = FileProbe.Look(path);
        if (!look.IsFile)
            return null;
        if (look.Facts.Size > SizeLimit)
            throw new IOException("it is too large to be a sidecar.");
        using var handle = RealPath.OpenInside([root], path);
        var there = new byte[look.Facts.Size];
        var length = 0;
        int part;
        while (length < there.Length && (part = RandomAccess.Read(handle, there.AsSpan(length), length)) > 0)
            length += part;
        return there[..length];
    }
}
