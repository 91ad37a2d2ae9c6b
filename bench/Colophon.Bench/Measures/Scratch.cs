namespace Colophon.Bench.Measures;

/// <summary>What a measurement wrote and nobody reads any more.</summary>
internal static class Scratch
{
    /// <summary>
    /// Gives the disk its space back. The files stay, with nothing in them: making files right after many were deleted costs
    /// the file system more than what is measured.
    /// </summary>
    public static void Empty(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Truncate);
        }
    }
}
