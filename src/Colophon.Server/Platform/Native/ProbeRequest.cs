namespace Colophon.Server.Platform.Native;

/// <summary>What the child is asked to do.</summary>
/// <param name="Operation">One of <see cref="ProbeOperations"/>.</param>
/// <param name="Source">The file to read.</param>
/// <param name="Target">The temporary file to write; its ending, perhaps with options in brackets, says the format.</param>
public sealed record ProbeRequest(string Operation, string Source, string Target, int Width);

public static class ProbeOperations
{
    public const string Thumbnail = "thumbnail";

    /// <summary>Does nothing: is libvips there?</summary>
    public const string Look = "look";
}
