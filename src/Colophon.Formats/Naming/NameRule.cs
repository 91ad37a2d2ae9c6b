using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming;

/// <summary>One thing the scanner knows about names. All of them stand in one table, so that they can be shown and argued about.</summary>
/// <param name="Id">Stable: <c>book.sequence</c>.</param>
/// <param name="Text">What the rule says, for people.</param>
/// <param name="Reason">Where the rule comes from and, where known media servers disagree, why this way was taken.</param>
/// <param name="Pattern">What it looks for; null for rules about folders.</param>
public sealed record NameRule(string Id, string Text, string Reason, Regex? Pattern = null);

/// <summary>A rule that fired: how a path came to its meaning.</summary>
/// <param name="Input">What the rule was shown.</param>
/// <param name="Matched">What in it made the rule fire.</param>
/// <param name="Result">What it made of it, as <c>field=value</c>.</param>
public sealed record RuleHit(string Id, string Text, string Input, string Matched, string Result);

/// <summary>What a path says about a book. Empty lists and nulls are what it does not say.</summary>
/// <param name="Title">Null only for a path without a name.</param>
/// <param name="Number">Place in the series; may stand without a series.</param>
/// <param name="Narrators">From braces, as audiobook folders have them.</param>
public sealed record BookName(
    string? Title,
    IReadOnlyList<string> Authors,
    string? Series,
    double? Number,
    int? Year,
    IReadOnlyList<string> Narrators
)
{
    /// <summary>Amazon's number of the edition, upper case; null when no name has one.</summary>
    public string? Asin { get; init; }
}

/// <summary>The meaning of a path and the rules that gave it.</summary>
public sealed record BookPathExplanation(BookName Name, IReadOnlyList<RuleHit> Rules);

/// <summary>What is known about the folder a file lies in before its path is read.</summary>
public enum FolderKind
{
    /// <summary>Nothing: the path decides.</summary>
    Unknown,

    /// <summary>All files of the folder are one book, so the folder bears the title.</summary>
    OneBook,

    /// <summary>Every file is a book of its own, so the file bears the title.</summary>
    ManyBooks,
}
