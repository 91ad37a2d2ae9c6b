using System.Text.Json;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;
using Microsoft.Win32.SafeHandles;

namespace Colophon.Server.Platform.Native;

/// <summary>
/// Archives that this program does not read itself, opened by the probe child: a crash or a bomb costs one request. The
/// child gets the open file and not its path, so that what was checked is what is read; results come through temporary
/// files that are named here.
/// </summary>
public sealed class ForeignArchives(Probe probe, ServerOptions options)
{
    private readonly string folder = Path.Combine(options.CacheFolder, "taken-out");
    private readonly Lock sweeping = new();
    private bool isSwept;

    /// <summary>What is in the archive. Null with an answer that says why.</summary>
    /// <param name="documents">Names, upper case and without folders, of entries whose bytes are wanted.</param>
    public async Task<(ArchiveListing? Listing, ProbeAnswer Answer)> ListAsync(
        SafeFileHandle archive,
        IReadOnlyList<string> documents,
        CancellationToken cancellationToken
    )
    {
        using var target = MakeTarget();
        var request = new ProbeRequest(
            ProbeOperations.ListArchive,
            OpenPath(archive),
            target.Path,
            Width: 0,
            Documents: documents
        );
        var answer = await probe.AskAsync(request, cancellationToken);
        if (answer.Code is not null)
            return (null, answer);
        await using var file = OpenTaken(target.Path);
        var listing = await JsonSerializer.DeserializeAsync(file, ProbeJson.Default.ArchiveListing, cancellationToken);
        return (listing, answer);
    }

    /// <summary>Takes one entry out into a temporary file, which is the caller's to dispose. Null with an answer that says why.</summary>
    public async Task<(UnfinishedFile? File, ProbeAnswer Answer)> TakeOutAsync(
        SafeFileHandle archive,
        string entry,
        long limit,
        CancellationToken cancellationToken
    )
    {
        var target = MakeTarget();
        try
        {
            var request = new ProbeRequest(
                ProbeOperations.TakeOut,
                OpenPath(archive),
                target.Path,
                Width: 0,
                entry,
                limit
            );
            var answer = await probe.AskAsync(request, cancellationToken);
            if (answer.Code is null)
                return (target, answer);
            target.Dispose();
            return (null, answer);
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>Opens what was taken out.</summary>
    public FileStream OpenTaken(string path) =>
        new(RealPath.OpenInside([folder], path), FileAccess.Read, bufferSize: 0);

    /// <summary>A file with a new name; what a killed process left is swept away before the first.</summary>
    public UnfinishedFile MakeTarget(string extension = ".part")
    {
        Sweep();
        return UnfinishedFile.MadeElsewhere(Path.Combine(folder, $"{Guid.NewGuid():N}{extension}"));
    }

    private void Sweep()
    {
        lock (sweeping)
        {
            if (isSwept)
                return;
            isSwept = true;
            foreach (var entry in FolderReader.List(folder).Entries.Where(entry => entry.IsFile))
                UnfinishedFile.Discard(Path.Combine(folder, entry.Name));
        }
    }

    /// <summary>The child runs as the same user, so the kernel lets it open what we have open.</summary>
    private static string OpenPath(SafeFileHandle file) =>
        $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}";
}
