using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Books;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio;

/// <summary>
/// The tags of an audio file in one vocabulary, whatever the container calls them. Lists hold the values as the file
/// divides them; one value may still name several people ("A, B"). Text is valid Unicode, bounded, without control
/// characters but line breaks.
/// </summary>
public sealed record AudioTags
{
    /// <summary>Nothing said.</summary>
    public static AudioTags None { get; } = new();

    /// <summary>Of the track; of an audiobook in one file, mostly the book's.</summary>
    public string? Title { get; init; }

    /// <summary>What to sort the title by.</summary>
    public string? TitleSort { get; init; }

    /// <summary>The work's second title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Of the album; of an audiobook in parts, the book's title.</summary>
    public string? Album { get; init; }

    /// <summary>What to sort the album by.</summary>
    public string? AlbumSort { get; init; }

    /// <summary>Of the track.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>What to sort the first artist by.</summary>
    public string? ArtistSort { get; init; }

    /// <summary>Of the album as a whole.</summary>
    public IReadOnlyList<string> AlbumArtists { get; init; } = [];

    /// <summary>What to sort the first album artist by.</summary>
    public string? AlbumArtistSort { get; init; }

    /// <summary>By convention the narrators of an audiobook, when no tag of their own names them.</summary>
    public IReadOnlyList<string> Composers { get; init; } = [];

    /// <summary>From tags of their own.</summary>
    public IReadOnlyList<string> Narrators { get; init; } = [];

    /// <summary>A remark, often the description.</summary>
    public string? Comment { get; init; }

    /// <summary>The long description where there is one.</summary>
    public string? Description { get; init; }

    /// <summary>Precision as given: <c>2009</c>, <c>2009-05</c> or <c>2009-05-01</c>.</summary>
    public string? Date { get; init; }

    /// <summary>When the work came out first, when that is said apart.</summary>
    public string? OriginalDate { get; init; }

    /// <summary>In order, each once.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Publisher or label.</summary>
    public string? Publisher { get; init; }

    /// <summary>BCP 47; null when it is none.</summary>
    public string? Language { get; init; }

    /// <summary>The copyright notice.</summary>
    public string? Copyright { get; init; }

    /// <summary>Number of the track on its disc.</summary>
    public int? Track { get; init; }

    /// <summary>Tracks on the disc.</summary>
    public int? TrackTotal { get; init; }

    /// <summary>Number of the disc.</summary>
    public int? Disc { get; init; }

    /// <summary>Discs in all.</summary>
    public int? DiscTotal { get; init; }

    /// <summary>From series tags, else the movement, else the grouping when it has a number.</summary>
    public IReadOnlyList<AudioSeries> Series { get; init; } = [];

    /// <summary>ASIN and ISBN, checked; see <see cref="BookIdentifiers"/>.</summary>
    public IReadOnlyList<BookIdentifier> Identifiers { get; init; } = [];

    /// <summary>Whether the album is a compilation of several artists; null when it is not said.</summary>
    public bool? IsCompilation { get; init; }

    /// <summary>Every tag by its name in the common vocabulary (upper case, without spaces, hyphens and underscores).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>What tags mean that another reader took from a file: music in a container of videos.</summary>
    /// <param name="all">By any spelling of their names.</param>
    public static AudioTags Of(IReadOnlyDictionary<string, IReadOnlyList<string>> all)
    {
        var tags = new TagDraft();
        foreach ((string name, IReadOnlyList<string> values) in all)
        {
            foreach (string value in values)
            {
                tags.Add(name, value);
            }
        }

        return new TagMeaning(tags).ToTags(new FindingList());
    }
}

/// <summary>A place in a series.</summary>
/// <param name="Number">The position, when given and a number.</param>
public sealed record AudioSeries(string Name, double? Number);
