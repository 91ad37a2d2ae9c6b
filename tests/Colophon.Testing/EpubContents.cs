namespace Colophon.Testing;

/// <summary>What a made EPUB is to hold.</summary>
internal sealed class EpubContents
{
    public string Version { get; set; } = "3.0";

    public string? Title { get; init; }

    public string? SortTitle { get; set; }

    public string? Subtitle { get; set; }

    public string? Language { get; set; } = "en";

    public string? Publisher { get; set; }

    public string? Published { get; set; }

    public string? Description { get; set; }

    public byte[]? Cover { get; set; }

    public string CoverType { get; set; } = "image/png";

    public List<EpubCredit> Credits { get; } = [];

    public List<EpubPlace> Series { get; } = [];

    public List<(string Value, string? Scheme)> Identifiers { get; } = [];

    public List<string> Isbns { get; } = [];

    public List<string> Subjects { get; } = [];

    public List<string> RawMetadata { get; } = [];

    public List<(string Title, string Text)> Chapters { get; } =
    [
        ("Chapter 1", "It was a quiet morning. "),
        ("Chapter 2", "By noon the ferry was gone. "),
        ("Chapter 3", "Nobody counted the lanterns. "),
    ];
}

internal sealed record EpubCredit(string Name, string? Role, string? FileAs)
{
    public string Element => Role is null or "aut" ? "creator" : "contributor";
}

internal sealed record EpubPlace(string Name, double? Number, SeriesStyle Style);
