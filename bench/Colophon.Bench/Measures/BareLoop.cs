using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Colophon.Formats.Hashing;

namespace Colophon.Bench.Measures;

/// <summary>
/// The limit: what a scan cannot do without. Walk, open, read what the file says of itself and what an NFO beside it says, hash
/// and copy of pictures and subtitles, quick hash, on as many threads as the server reads with; no database, no merge, no
/// service.
/// </summary>
internal sealed class BareLoop(string folder, string cache)
{
    private const int QuickHashEnd = 64 * 1024;

    private readonly ConcurrentDictionary<string, long> copies = new(StringComparer.Ordinal);

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
        if (!BareReaders.ByExtension.TryGetValue(Path.GetExtension(path), out var reader))
            return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        if (reader.File is BareFile.Hashed)
        {
            QuickHash(file);
            file.Position = 0;
        }
        if (reader.Read(file) is { } copied)
            Copy(copied);
    }

    /// <summary>One content is kept once: the tracks of an album hold the same cover.</summary>
    private void Copy(byte[] content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        if (copies.TryAdd(name, content.Length))
            File.WriteAllBytes(Path.Combine(cache, name), content);
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
