using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>The names that stand in a sidecar, and its bounds.</summary>
public static class SidecarFormat
{
    /// <summary>The end of every sidecar's name: <c>Title.metadata.json</c>.</summary>
    public const string NameEnd = ".metadata.json";

    /// <summary>The schema this version writes. A reader of an older one reads what it knows of a newer.</summary>
    public const int Version = 1;

    /// <summary>Bytes of the largest sidecar that is read; ten thousand chapters have less.</summary>
    public const int SizeLimit = 8 * 1024 * 1024;

    /// <summary>Fields, and locks, that are read.</summary>
    public const int FieldLimit = 500;

    internal const int NameLimit = 100;
    internal const int MaxDepth = 64;
    internal const int ChecksumLength = 64;

    internal static readonly JsonEncodedText VersionName = JsonEncodedText.Encode("version");
    internal static readonly JsonEncodedText Of = JsonEncodedText.Encode("of");
    internal static readonly JsonEncodedText Fields = JsonEncodedText.Encode("fields");
    internal static readonly JsonEncodedText Locks = JsonEncodedText.Encode("locks");
    internal static readonly JsonEncodedText Cover = JsonEncodedText.Encode("cover");
    internal static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    internal static readonly JsonEncodedText Source = JsonEncodedText.Encode("source");
    internal static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
    internal static readonly JsonEncodedText Checksum = JsonEncodedText.Encode("checksum");
    internal static readonly JsonEncodedText Item = JsonEncodedText.Encode("item");
    internal static readonly JsonEncodedText File = JsonEncodedText.Encode("file");

    /// <summary>Members of the document that are no fields, when a person writes fields without <c>fields</c> around them.</summary>
    internal static bool IsReserved(string name) =>
        name is "version" or "of" or "fields" or "locks" or "cover" or "checksum" or "$schema";
}
