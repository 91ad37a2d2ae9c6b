using System.Text;

namespace Colophon.Formats.Zip;

/// <summary>References inside an archive. A reference that leaves the archive leads nowhere; none is ever a path on disk.</summary>
internal static class ZipPath
{
    private const int MaxLength = 4096;

    /// <summary>
    /// Where a reference (URL path, percent-encoded, maybe with fragment) leads that stands in the entry
    /// <paramref name="from"/>. Null when it leaves the archive, points to another place or is too long.
    /// </summary>
    public static string? Resolve(string from, string reference)
    {
        string path = WithoutFragment(reference.Trim()).ToString();
        if (path.Length is 0 or > MaxLength || HasScheme(path))
        {
            return null;
        }

        string decoded = Decode(path);
        int folder = from.AsSpan().LastIndexOfAny('/', '\\');
        string full = decoded.StartsWith('/') || decoded.StartsWith('\\') ? decoded : from[..(folder + 1)] + decoded;
        return Normalise(full);
    }

    /// <summary>Slashes forward, no empty or dot segments; null when it climbs out of the archive.</summary>
    public static string? Normalise(string path)
    {
        if (path.Length > MaxLength)
        {
            return null;
        }

        string slashed = path.Replace('\\', '/');
        if (!slashed.Contains("./", StringComparison.Ordinal) && !slashed.Contains("//", StringComparison.Ordinal))
        {
            return slashed is ".." or "." ? null : slashed.TrimStart('/');
        }

        var segments = new List<string>();
        foreach (string segment in slashed.Split('/'))
        {
            if (segment == ".." && segments.Count == 0)
            {
                return null;
            }

            if (segment == "..")
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }

    /// <summary>The key under which spellings of one name meet: decoded, normalised, composed, without case.</summary>
    public static string LooseKey(string name)
    {
        string path = Normalise(Decode(name)) ?? name;
        try
        {
            return path.Normalize(NormalizationForm.FormC).ToUpperInvariant();
        }
        catch (ArgumentException) // lone surrogates have no normal form
        {
            return path.ToUpperInvariant();
        }
    }

    public static ReadOnlySpan<char> WithoutFragment(ReadOnlySpan<char> reference)
    {
        int end = reference.IndexOfAny('#', '?');
        return end < 0 ? reference : reference[..end];
    }

    private static string Decode(string path) => path.Contains('%') ? Uri.UnescapeDataString(path) : path;

    private static bool HasScheme(string path)
    {
        int colon = path.IndexOf(':');
        int slash = path.IndexOf('/');
        return colon > 1 && (slash < 0 || colon < slash) && path.AsSpan(0, colon).IndexOfAny(" %") < 0;
    }
}
