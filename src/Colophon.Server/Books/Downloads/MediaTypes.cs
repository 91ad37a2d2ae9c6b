namespace Colophon.Server.Books.Downloads;

/// <summary>What a file of a format is called on the wire, and whether a browser may show it from our origin.</summary>
internal static class MediaTypes
{
    public static string Of(string format) =>
        format switch
        {
            "epub" => "application/epub+zip",
            "pdf" => "application/pdf",
            "cbz" => "application/vnd.comicbook+zip",
            "cbr" => "application/vnd.comicbook-rar",
            "cb7" => "application/x-cb7",
            "m4b" or "m4a" => "audio/mp4",
            "mp3" => "audio/mpeg",
            "flac" => "audio/flac",
            "ogg" or "opus" => "audio/ogg",
            _ => "application/octet-stream",
        };

    /// <summary>Audio and PDF: a browser plays or shows them without running anything in our name.</summary>
    public static bool MayBeShown(string format) =>
        format == "pdf" || Of(format).StartsWith("audio/", StringComparison.Ordinal);
}
