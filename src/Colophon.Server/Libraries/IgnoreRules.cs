using System.IO.Enumeration;
using System.Text;
using System.Text.RegularExpressions;

namespace Colophon.Server.Libraries;

/// <summary>
/// Which names and paths a scan passes over. A glob without a slash matches a name, one with a slash a path below the root;
/// letter case does not matter.
/// </summary>
public sealed class IgnoreRules
{
    /// <summary>What no library shows, whatever its options say.</summary>
    public static readonly IReadOnlyList<string> Always =
    [
        ".*",
        "@eaDir",
        "#recycle",
        "@Recycle",
        "$RECYCLE.BIN",
        "System Volume Information",
        "lost+found",
        "*.part",
        "*.tmp",
        "*.crdownload",
    ];

    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(200);

    private readonly List<string> names = [];
    private readonly List<(string Pattern, Regex Regex)> paths = [];

    public IgnoreRules(IEnumerable<string> patterns)
    {
        foreach (var pattern in Always.Concat(patterns))
        {
            if (pattern.Contains('/'))
                paths.Add((pattern, Compile(pattern.Trim('/'))));
            else
                names.Add(pattern);
        }
    }

    /// <summary>The pattern that says so, or null.</summary>
    /// <param name="relativePath">Below the root, with <c>/</c>; the last segment is the name.</param>
    public string? Match(string relativePath)
    {
        var name = relativePath[(relativePath.LastIndexOf('/') + 1)..];
        // Nearly every name there is: the cheap test first.
        if (name.Length > 0 && name[0] == '.')
            return Always[0];
        foreach (var pattern in names)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, name))
                return pattern;
        }
        foreach (var (pattern, regex) in paths)
        {
            if (regex.IsMatch(relativePath))
                return pattern;
        }
        return null;
    }

    /// <summary>Files that make the scan pass over the folder they lie in.</summary>
    public static bool IsMarker(string name, long size) => name == ".nomedia" || (name == ".ignore" && size == 0);

    private static Regex Compile(string glob)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '*' && i + 1 < glob.Length && glob[i + 1] == '*')
            {
                var takesSlash = i + 2 < glob.Length && glob[i + 2] == '/';
                text.Append(takesSlash ? "(?:.*/)?" : ".*");
                i += takesSlash ? 2 : 1;
            }
            else
            {
                text.Append(
                    glob[i] switch
                    {
                        '*' => "[^/]*",
                        '?' => "[^/]",
                        var letter => Regex.Escape(letter.ToString()),
                    }
                );
            }
        }
        return new Regex(
            text.Append('$').ToString(),
            RegexOptions.IgnoreCase
                | RegexOptions.CultureInvariant
                | RegexOptions.Singleline
                | RegexOptions.NonBacktracking,
            MatchLimit
        );
    }
}
