using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Music;

/// <summary>An album's name while rules work on it; <see cref="Text"/> is what they have left.</summary>
internal sealed class AlbumDraft(string text, RuleHitList hits)
{
    private const int Limit = 500;

    public string Text { get; set; } = text;

    public RuleHitList Hits => hits;

    public string? Artist { get; set; }

    public int? Year { get; set; }

    public AlbumType? Type { get; set; }

    public string? Edition { get; set; }

    public int? Disc { get; set; }

    public bool IsDiscography { get; set; }

    /// <summary>Whether words of a release were found.</summary>
    public bool IsRelease { get; set; }

    public IReadOnlyDictionary<string, string> Ids { get; set; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Takes what a rule found out of the text; refuses when nothing would be left.</summary>
    public bool Take(NameRule rule, Match match, string result)
    {
        string rest = $"{Text.AsSpan(0, match.Index)} {Text.AsSpan(match.Index + match.Length)}".Trim();
        if (!rest.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        hits.Fire(rule, Text, match.Value, result);
        Text = CleanText.Line(rest, Limit);
        return true;
    }

    public AlbumName ToName(string? title) =>
        new(Artist, title, Year, Type, Edition, Disc) { Ids = Ids, IsDiscography = IsDiscography };
}
