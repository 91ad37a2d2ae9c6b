using System.Diagnostics;
using System.Security.Cryptography;
using Colophon.Formats.Hashing;

namespace Colophon.Bench.Measures;

/// <summary>
/// The limit: what a scan cannot do without. Walk, open, read what the file says of itself, hash and copy of the cover, quick
/// hash, on as many threads as the server reads with; no database, no merge, no service.
/// </summary>
/// <param name="cover">Reads a file of the kind and takes its cover out; null when it has none.</param>
internal sealed class BareLoop(string folder, string cache, Func<FileStream, byte[]?> cover)
{
    private const int QuickHashEnd = 64 * 1024;

    /// <summary>Reads every file once; answers the CPU it took.</summary>
    public TimeSpan Run(CancellationToken cancellationToken)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        Parallel.ForEach(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = BenchSettings.Readers,
                CancellationToken = cancellationToken,
            },
            Read
        );
        self.Refresh();
        return self.TotalProcessorTime - before;
    }

    private void Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        QuickHash(file);
        file.Position = 0;
        if (cover(file) is { } picture)
            File.WriteAllBytes(Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(picture))), picture);
    }

    private static void QuickHash(FileStream file)
    {
        var ends = new byte[QuickHashEnd];
        var hash = new XxHash64();
        hash.Append(file.Length);
        hash.Append(ends.AsSpan(0, file.ReadAtLeast(ends, ends.Length, throwOnEndOfStream: false)));
        file.Position = Math.Max(0, file.Length - QuickHashEnd);
        hash.Append(ends.AsSpan(0, file.ReadAtLeast(ends, ends.Length, throwOnEndOfStream: false)));
        _ = hash.Digest();
    }
}
