using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Movies;

/// <summary>A movie's name while rules work on it, and the rules that did.</summary>
internal sealed class MovieNameDraft
{
    public string Title { get; set; } = "";

    public List<string> OtherTitles { get; } = [];

    public int? Year { get; set; }

    /// <summary>In brackets, so that it is no part of a title.</summary>
    public bool IsYearSure { get; set; }

    public string? Edition { get; set; }

    public int? Part { get; set; }

    public IReadOnlyDictionary<string, string> Ids { get; set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public ReleaseFacts Release { get; set; } = ReleaseFacts.None;

    public bool HasReleaseWords { get; set; }

    public List<RuleHit> Hits { get; } = [];

    /// <summary>Whether the name says more than a title.</summary>
    public bool HasMarks => Year is not null || Ids.Count > 0 || HasReleaseWords;

    /// <summary>Of what lies within a movie's folder only the part counts: an extra has a name of its own.</summary>
    public MovieNameDraft WithoutTitle()
    {
        var draft = new MovieNameDraft { Part = Part };
        draft.Hits.AddRange(Hits);
        return draft;
    }

    public void Fire(NameRule rule, string input, string matched, string result) =>
        Hits.Add(new RuleHit(rule.Id, rule.Text, input, matched.Trim(), result));

    /// <summary>The text without what the rule found; unchanged when nothing else is there.</summary>
    public static string Without(string text, Match match)
    {
        string rest = $"{text.AsSpan(0, match.Index)}{text.AsSpan(match.Index + match.Length)}".Trim();
        return rest.Length == 0 ? text : rest;
    }
}
