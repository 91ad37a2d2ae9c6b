namespace Colophon.Bench.Measures;

/// <summary>What is measured, and where its libraries and data may lie.</summary>
/// <param name="Server">The published program.</param>
/// <param name="Folder">Kept between runs for the made libraries; the data of each run is deleted.</param>
/// <param name="Library">A library with a manifest that is measured instead of a made one.</param>
internal sealed record BenchSettings(string Server, string Folder, string? Library)
{
    public const int Books = 2000;
    public const int Directories = 10_000;

    /// <summary>Threads that read files, as the server chooses them.</summary>
    public static int Readers => Math.Max(4, 2 * Environment.ProcessorCount);
}
