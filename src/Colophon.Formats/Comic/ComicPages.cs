using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>
/// Which entries of an archive are pages, in which order, and which is the front cover; from names alone. What a page is
/// for certain is told by its first bytes when it is opened.
/// </summary>
public static class ComicPages
{
    private static readonly FrozenSet<string> _extensions = new[]
    {
        "jpg",
        "jpeg",
        "jpe",
        "jfif",
        "png",
        "gif",
        "webp",
        "avif",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _junk = new[]
    {
        "__MACOSX",
        "@eaDir",
        "@recycle",
        "#recycle",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a picture that can be shown and is no thing of an operating system (hidden, resource fork, recycled).</summary>
    public static bool IsPage(string entry) => IsPicture(entry) && !IsJunk(entry);

    /// <summary>True for entries in or with names that operating systems make for themselves.</summary>
    public static bool IsJunk(string entry)
    {
        foreach (Range segment in entry.AsSpan().SplitAny('/', '\\'))
        {
            ReadOnlySpan<char> name = entry.AsSpan(segment);
            if (name.StartsWith('.') || _junk.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Orders pages: by folders and names as people count, the files of a folder before its subfolders.</summary>
    public static int Compare(string left, string right) => NaturalOrder.ComparePaths(left, right);

    /// <summary>True for a name that says the picture is the front cover: <c>cover.jpg</c>, <c>Title_cover.png</c>, <c>folder.jpg</c>; no back cover.</summary>
    public static bool IsCoverName(string entry)
    {
        ReadOnlySpan<char> stem = entry.AsSpan(entry.AsSpan().LastIndexOfAny('/', '\\') + 1);
        int dot = stem.LastIndexOf('.');
        stem = (dot > 0 ? stem[..dot] : stem).TrimStart('!');
        if (
            stem.Equals("cover", StringComparison.OrdinalIgnoreCase)
            || stem.Equals("folder", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        if (!stem.EndsWith("cover", StringComparison.OrdinalIgnoreCase) || stem[^6] is not (' ' or '_' or '-'))
        {
            return false;
        }

        ReadOnlySpan<char> before = stem[..^6].TrimEnd(" _-");
        return !before.EndsWith("back", StringComparison.OrdinalIgnoreCase)
            && !before.EndsWith("inner", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As HTTP wants it, by the extension; the content decides when the page is opened.</summary>
    public static string MediaTypeOf(string entry) =>
        Extension(entry).ToString().ToLowerInvariant() switch
        {
            "png" => "image/png",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "avif" => "image/avif",
            _ => "image/jpeg",
        };

    private static bool IsPicture(string entry) =>
        _extensions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Extension(entry));

    private static ReadOnlySpan<char> Extension(string entry)
    {
        int dot = entry.LastIndexOf('.');
        return dot < 0 ? "" : entry.AsSpan(dot + 1);
    }
}
