namespace Colophon.Server.Platform.Native;

/// <summary>What the child is asked to do.</summary>
/// <param name="Operation">One of <see cref="ProbeOperations"/>.</param>
/// <param name="Source">The file to read.</param>
/// <param name="Target">The temporary file to write; its ending, perhaps with options in brackets, says the format.</param>
/// <param name="Entry">What is to be taken out of the archive.</param>
/// <param name="Limit">Bytes that are taken out at most.</param>
/// <param name="Documents">Names, upper case, of entries whose bytes are wanted with a listing.</param>
public sealed record ProbeRequest(
    string Operation,
    string Source,
    string Target,
    int Width,
    string? Entry = null,
    long Limit = 0,
    IReadOnlyList<string>? Documents = null
);

public static class ProbeOperations
{
    public const string Thumbnail = "thumbnail";

    /// <summary>Does nothing: is libvips there?</summary>
    public const string Look = "look";

    /// <summary>Writes what is in an archive, and its documents, as JSON into the target.</summary>
    public const string ListArchive = "list_archive";

    /// <summary>Writes one entry of an archive into the target.</summary>
    public const string TakeOut = "take_out";
}
