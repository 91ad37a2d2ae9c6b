using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>Lists of names and roles as the documents write them.</summary>
internal static class ComicNames
{
    public const int TextLimit = 500;
    public const int ListLimit = 200;

    public const string Contributor = "contributor";

    private static readonly FrozenSet<string> _suffixes = new[]
    {
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
        "iv",
        "phd",
        "ph.d.",
        "m.d.",
        "md",
        "esq.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> _roles = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["writer"] = "writer",
        ["author"] = "writer",
        ["script"] = "writer",
        ["scripter"] = "writer",
        ["plotter"] = "writer",
        ["story"] = "writer",
        ["penciller"] = "penciller",
        ["penciler"] = "penciller",
        ["breakdowns"] = "penciller",
        ["inker"] = "inker",
        ["finishes"] = "inker",
        ["colorist"] = "colorist",
        ["colourist"] = "colorist",
        ["colorer"] = "colorist",
        ["letterer"] = "letterer",
        ["cover"] = "cover_artist",
        ["covers"] = "cover_artist",
        ["coverartist"] = "cover_artist",
        ["cover artist"] = "cover_artist",
        ["coverdesigner"] = "cover_artist",
        ["editor"] = "editor",
        ["translator"] = "translator",
        ["translation"] = "translator",
        ["artist"] = "artist",
        ["illustrator"] = "artist",
        ["creator"] = Contributor,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Elements of ComicInfo that name people, in the order in which credits are shown.</summary>
    public static IReadOnlyList<string> Elements { get; } =
    ["Writer", "Penciller", "Inker", "Colorist", "Letterer", "CoverArtist", "Editor", "Translator"];

    /// <summary>Where ComicInfo has people of a role; null where it has no place for them.</summary>
    public static string? ElementOf(string role) =>
        RoleOf(role) switch
        {
            "writer" => "Writer",
            "penciller" or "artist" => "Penciller",
            "inker" => "Inker",
            "colorist" => "Colorist",
            "letterer" => "Letterer",
            "cover_artist" => "CoverArtist",
            "editor" => "Editor",
            "translator" => "Translator",
            _ => role == "cover_artist" ? "CoverArtist" : null,
        };

    /// <summary>The role's stable name; null for none that is known.</summary>
    public static string? RoleOf(string? role) => _roles.GetValueOrDefault((role ?? "").Trim());

    /// <summary>
    /// Names between semicolons, or where there is none between commas (ComicInfo writes lists so); "X, Jr." is one name.
    /// Each once.
    /// </summary>
    public static IReadOnlyList<string> List(string? text) =>
        Parts(text) switch
        {
            [] or [""] => [],
            [var only] => [only],
            var parts => [.. parts.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).Take(ListLimit)],
        };

    /// <summary>The same with empty places kept, for lists that belong together by place.</summary>
    public static IReadOnlyList<string> Parts(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var parts = new List<string>();
        foreach (string piece in text.Split(text.Contains(';') ? ';' : ','))
        {
            string part = CleanText.Line(piece, TextLimit);
            if (parts.Count > 0 && _suffixes.Contains(part))
            {
                parts[^1] = $"{parts[^1]}, {part}";
            }
            else if (parts.Count < ListLimit)
            {
                parts.Add(part);
            }
        }

        return parts;
    }
}
