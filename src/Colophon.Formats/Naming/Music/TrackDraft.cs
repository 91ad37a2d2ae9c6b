namespace Colophon.Formats.Naming.Music;

/// <summary>A track's name while rules work on it; <see cref="Text"/> is what they have left.</summary>
internal sealed class TrackDraft(string text, RuleHitList hits)
{
    private readonly List<string> _featured = [];

    public string Text { get; set; } = text;

    public RuleHitList Hits => hits;

    public string? Artist { get; set; }

    public string? Album { get; set; }

    public int? Year { get; set; }

    public int? Disc { get; set; }

    public int? Track { get; set; }

    public char? Side { get; set; }

    public string? Version { get; set; }

    public IReadOnlyList<string> Featured => _featured;

    public void AddFeatured(IEnumerable<string> names) => _featured.AddRange(names.Except(_featured));
}
