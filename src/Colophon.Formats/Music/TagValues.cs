using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>Looks tags up by the names that programs give them, the usual one first.</summary>
internal sealed partial class TagValues(IReadOnlyDictionary<string, IReadOnlyList<string>> all)
{
    private const int Limit = 500;

    public string? First(params ReadOnlySpan<string> names) => Of(names) is { Count: > 0 } values ? values[0] : null;

    /// <summary>The values of the first name that has any, each once, divided by semicolons.</summary>
    public List<string> Lines(params ReadOnlySpan<string> names) =>
        [
            .. Of(names)
                .SelectMany(value => value.Split(';'))
                .Select(value => CleanText.Line(value, Limit))
                .Where(value => value.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Ids of MusicBrainz in the values, whatever divides them.</summary>
    public List<string> Ids(params ReadOnlySpan<string> names) =>
        [
            .. Of(names)
                .SelectMany(value => IdPattern().Matches(value))
                .Select(match => match.Value.ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ];

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
