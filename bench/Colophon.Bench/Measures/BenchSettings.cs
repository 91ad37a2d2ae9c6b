using Colophon.Bench.Make;

namespace Colophon.Bench.Measures;

/// <summary>What is measured, and where its libraries and data may lie.</summary>
/// <param name="Server">The published program.</param>
/// <param name="Folder">Kept between runs, for the made libraries.</param>
/// <param name="Scratch">
/// For the data of this run, deleted at its end and not before: to make files just after many were deleted costs the
/// file system (ext4 looks for inodes that are not recently deleted) far more than what is measured.
/// </param>
/// <param name="Library">A library with a manifest that is measured instead of a made one.</param>
internal sealed record BenchSettings(string Server, string Folder, DirectoryInfo Scratch, string? Library)
{
    public const int Directories = 10_000;

    /// <summary>Of the made library.</summary>
    public static LibraryContents Contents { get; } = new(Books: 2000, Movies: 1000, Episodes: 3000, Tracks: 3000);

    /// <summary>Threads that read files, as the server chooses them.</summary>
    public static int Readers => Math.Max(4, 2 * Environment.ProcessorCount);
}
