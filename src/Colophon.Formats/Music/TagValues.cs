using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>Looks tags up by the names that programs give them, the usual one first.</summary>
internal sealed partial class TagValues(IReadOnlyDictionary<string, IReadOnlyList<string>> all)
{
    private const int Limit = 500;
    private const int MostLines = 200;

    public string? First(params ReadOnlySpan<string> names) => Of(names) is { Count: > 0 } values ? values[0] : null;

    /// <summary>The values of the first name that has any, each once, divided by semicolons; 200 at most.</summary>
    public IReadOnlyList<string> Lines(params ReadOnlySpan<string> names)
    {
        List<string>? lines = null;
        foreach (string value in Of(names))
        {
            foreach (Range piece in value.AsSpan().Split(';'))
            {
                string line = CleanText.Line(value[piece], Limit);
                if (lines?.Count >= MostLines)
                {
                    return lines;
                }

                if (line.Length > 0 && lines?.Contains(line, StringComparer.Ordinal) is not true)
                {
                    (lines ??= []).Add(line);
                }
            }
        }

        return lines ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Ids of MusicBrainz in the values, whatever divides them.</summary>
    public List<string> Ids(params ReadOnlySpan<string> names)
    {
        var ids = new List<string>();
        foreach (string value in Of(names))
        {
            foreach (ValueMatch match in IdPattern().EnumerateMatches(value))
            {
                string id = value.Substring(match.Index, match.Length).ToLowerInvariant();
                if (!ids.Contains(id, StringComparer.Ordinal))
                {
                    ids.Add(id);
                }
            }
        }

        return ids;
    }

    private IReadOnlyList<string> Of(ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (all.TryGetValue(name, out IReadOnlyList<string>? values))
            {
                return values;
            }
        }

        return [];
    }

    [GeneratedRegex(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex IdPattern();
}
