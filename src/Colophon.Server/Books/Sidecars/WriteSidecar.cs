using System.Security.Cryptography;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Books.Sidecars;

/// <summary>
/// The job <c>write-sidecar</c>: puts what is shown of a book, with who says so, beside it. Only what differs is written; what
/// cannot be written is a warning in the job's log.
/// </summary>
internal sealed class WriteSidecar(IDatabase database) : IJobHandler<WriteSidecarData>
{
    public async Task<JobOutcome> RunAsync(JobContext<WriteSidecarData> context, CancellationToken cancellationToken)
    {
        var item = context.Data.ItemId;
        var content = await database.ReadAsync(
            connection => SidecarContent.LoadAsync(connection, item),
            cancellationToken
        );
        if (content is null)
            return JobOutcome.Done;
        var written = new List<WrittenFile>();
        foreach (var (path, bytes) in content.Files)
        {
            try
            {
                written.Add(await WriteAsync(content.Root, path, bytes, cancellationToken));
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                context.Log(JobLogLevel.Warn, $"“{path}” cannot be written: {refused.Message}", new { path });
            }
        }
        context.Record(new FilesWritten(new ItemId(item), content.Revision, written));
        return JobOutcome.Done;
    }

    private static async Task<WrittenFile> WriteAsync(
        string root,
        string path,
        byte[] bytes,
        CancellationToken cancellationToken
    )
    {
        var folder = SidecarNames.FolderOf(path);
        if (!RealPath.IsInside(root, folder))
            throw new UnauthorizedAccessException("its folder leads out of the library's folders.");
        if (!IsThere(root, path, bytes))
            await AtomicFile.WriteAsync(path, bytes, Durability.Quick, cancellationToken);
        var look = FileProbe.Look(path);
        if (!look.IsFile)
            throw new IOException(look.Trouble ?? "it is gone again.");
        return new WrittenFile(
            path,
            look.Facts.Size,
            look.Facts.ModifiedNs,
            Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
    }

    private static bool IsThere(string root, string path, byte[] bytes)
    {
        var look = FileProbe.Look(path);
        if (!look.IsFile || look.Facts.Size != bytes.Length)
            return false;
        using var handle = RealPath.OpenInside([root], path);
        var there = new byte[bytes.Length];
        return RandomAccess.Read(handle, there, 0) == bytes.Length && there.AsSpan().SequenceEqual(bytes);
    }
}
