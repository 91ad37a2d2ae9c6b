namespace Colophon.Formats.Video;

/// <summary>What kind of work a file says it is.</summary>
public enum VideoWork
{
    /// <summary>A film.</summary>
    Movie,

    /// <summary>An episode of a show.</summary>
    Episode,

    /// <summary>A music video.</summary>
    MusicVideo,
}

/// <summary>An id that a provider gave.</summary>
/// <param name="Type"><c>imdb</c>, <c>tmdb</c> or <c>tvdb</c>.</param>
/// <param name="Value">Without what the provider puts before it: <c>tt0083658</c>, <c>78</c>.</param>
/// <param name="Of">What it is the id of, when that is said: <c>movie</c>, <c>show</c>, <c>season</c>, <c>episode</c>.</param>
public sealed record VideoIdentifier(string Type, string Value, string? Of = null);

/// <summary>The tags of a video file in one vocabulary. Text is valid Unicode, bounded, without control characters but line breaks.</summary>
public sealed record VideoTags
{
    /// <summary>Nothing said.</summary>
    public static VideoTags None { get; } = new();

    /// <summary>Of the film or episode.</summary>
    public string? Title { get; init; }

    /// <summary>Precision as given: <c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</summary>
    public string? Date { get; init; }

    /// <summary>A remark, often of the program that made the file.</summary>
    public string? Comment { get; init; }

    /// <summary>The long description where there is one.</summary>
    public string? Description { get; init; }

    /// <summary>In order, each once.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Of music videos.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>Title of the show.</summary>
    public string? Show { get; init; }

    /// <summary>0 is that of specials.</summary>
    public int? Season { get; init; }

    /// <summary>Its number in the season.</summary>
    public int? Episode { get; init; }

    /// <summary>Where it was first shown.</summary>
    public string? Network { get; init; }

    /// <summary>Null when it is not said.</summary>
    public VideoWork? Work { get; init; }

    /// <summary>Each once.</summary>
    public IReadOnlyList<VideoIdentifier> Identifiers { get; init; } = [];

    /// <summary>Every tag by its name in the common vocabulary (upper case, without spaces, hyphens and underscores).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
