using System.Globalization;
using System.Text;
using Colophon.Formats.Hashing;
using Colophon.Server.Artwork;
using Colophon.Server.Platform.Files;
using Colophon.Server.Publishing.Journal;

namespace Colophon.Server.Publishing;

/// <summary>
/// Puts files beside media and takes them away. Always copies: a cache file never shares its bytes with one that a person may
/// change. What goes wrong with one file is told of it.
/// </summary>
internal sealed class PublishFiles(CacheStore cache, ReplacedFiles replaced)
{
    /// <summary>Before the journal tells of the step: what stands there is kept. When it cannot be, the change has failed.</summary>
    public Task<PublishChange> PrepareAsync(string root, PublishStep step, CancellationToken cancellationToken) =>
        GuardedAsync(
            step.Change,
            async token =>
            {
                if (step.Change is { State: PublishState.Intended, BeforeSha256: { } before })
                    await replaced.KeepAsync(root, step.Change.Path, before, token);
                return step.Change;
            },
            cancellationToken
        );

    /// <summary>Does what the journal told of, and says what became of it.</summary>
    public Task<PublishChange> DoAsync(string root, PublishStep step, CancellationToken cancellationToken) =>
        GuardedAsync(
            step.Change,
            async token =>
            {
                var path = step.Change.Path;
                Check(root, path);
                var there = FileProbe.Look(path).IsFile ? FileContent.HashOf(root, path, token) : null;
                // A sidecar may be the same NFO, written just now.
                if (step.Change.Action == PublishAction.Write && there == step.Change.Sha256)
                    return AsLeft(step.Change);
                if (there != step.Change.BeforeSha256)
                    throw new IOException("It was changed a moment ago, and stays.");
                if (step.Change.Action == PublishAction.Remove)
                    AtomicFile.Remove(path);
                else
                    await AtomicFile.PlaceAsync(
                        path,
                        TemporaryName(step.Change),
                        step.Change.BeforeSha256 is null ? WhenThere.Refuse : WhenThere.Replace,
                        (stream, end) => WriteAsync(step, stream, end),
                        token
                    );
                return AsLeft(step.Change);
            },
            cancellationToken
        );

    /// <summary>What became of a change that a crash left open: told by what stands there now.</summary>
    public Task<PublishChange> RecoverAsync(string root, PublishChange change, CancellationToken cancellationToken) =>
        GuardedAsync(
            change,
            token =>
            {
                Check(root, change.Path);
                AtomicFile.Sweep(change.Path, TemporaryName(change));
                var look = FileProbe.Look(change.Path);
                var isDone =
                    change.Action == PublishAction.Remove
                        ? look.State == PathState.Missing
                        : look.IsFile && FileContent.HashOf(root, change.Path, token) == change.Sha256;
                return Task.FromResult(
                    isDone
                        ? AsLeft(change)
                        : change with
                        {
                            State = PublishState.Failed,
                            Reason = "It was interrupted before anything was written.",
                        }
                );
            },
            cancellationToken
        );

    /// <summary>Puts back what stood there before, or nothing; what was changed since stays, and the reason is told.</summary>
    public Task<PublishChange> UndoAsync(string root, PublishChange change, CancellationToken cancellationToken) =>
        GuardedAsync(
            change,
            async token =>
            {
                Check(root, change.Path);
                AtomicFile.Sweep(change.Path, TemporaryName(change));
                var look = FileProbe.Look(change.Path);
                if (look.State is not PathState.Missing and not PathState.Present)
                    throw new IOException(look.Trouble);
                var there = look.IsFile ? FileContent.HashOf(root, change.Path, token) : null;
                // What a killed one did already; or a person has done the same.
                var isUndone = there == change.BeforeSha256 && look.IsFile == (there is not null);
                var isAsLeft = there == change.Sha256 && (look.State == PathState.Missing) == (there is null);
                if (!isUndone && !isAsLeft)
                    return change with { Reason = "It was changed since, and stays." };
                if (!isUndone && change.BeforeSha256 is { } before)
                    await RestoreAsync(change, before, token);
                else if (!isUndone)
                    AtomicFile.Remove(change.Path);
                return change with { State = PublishState.Undone, Reason = null };
            },
            cancellationToken,
            // It stays to be undone.
            PublishState.Done
        );

    private async Task RestoreAsync(PublishChange change, string sha256, CancellationToken cancellationToken)
    {
        using var kept = replaced.Open(sha256);
        await AtomicFile.PlaceAsync(
            change.Path,
            TemporaryName(change),
            change.Action == PublishAction.Remove ? WhenThere.Refuse : WhenThere.Replace,
            (stream, token) => FileContent.CopyAsync(kept, stream, sha256, token),
            cancellationToken
        );
    }

    private async Task WriteAsync(PublishStep step, Stream stream, CancellationToken cancellationToken)
    {
        if (step.Bytes is { } bytes)
        {
            await stream.WriteAsync(bytes, cancellationToken);
            return;
        }
        var picture = step.Picture!;
        using var file =
            cache.Open(picture.CachePath, picture.Size) ?? throw new IOException("It is not in the cache any more.");
        await FileContent.CopyAsync(file, stream, picture.Sha256, cancellationToken);
    }

    private static PublishChange AsLeft(PublishChange change)
    {
        var look = FileProbe.Look(change.Path);
        if (change.Action == PublishAction.Write && !look.IsFile)
            throw new IOException(look.Trouble ?? "It is gone again.");
        return change with
        {
            State = PublishState.Done,
            Reason = null,
            Size = look.IsFile ? look.Facts.Size : null,
            ModifiedNs = look.IsFile ? look.Facts.ModifiedNs : null,
        };
    }

    private static async Task<PublishChange> GuardedAsync(
        PublishChange change,
        Func<CancellationToken, Task<PublishChange>> work,
        CancellationToken cancellationToken,
        PublishState failed = PublishState.Failed
    )
    {
        try
        {
            return await work(cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return change with { State = failed, Reason = refused.Message };
        }
    }

    private static void Check(string root, string path)
    {
        if (!RealPath.IsInside(root, path[..path.LastIndexOf('/')]))
            throw new IOException("Its folder is not there, or leads out of the library's folders.");
    }

    /// <summary>Hidden and *.part: every scanner leaves it alone. Of this run and file, so that a crash leaves nothing that is not found.</summary>
    private static string TemporaryName(PublishChange change) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $".{change.RunId}-{XxHash64.Hash(Encoding.UTF8.GetBytes(change.Path)):x16}.part"
        );
}
