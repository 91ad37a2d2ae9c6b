using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Music;

/// <summary>A track of an album.</summary>
/// <param name="File">Its place in the list that was given.</param>
/// <param name="Title">From its tag, else its path.</param>
/// <param name="Artists">From its tags, else its path, else the album's; empty when nothing says any.</param>
/// <param name="Featured">Guests.</param>
/// <param name="Disc">Null where nothing says that the album has discs.</param>
/// <param name="Number">On the disc; of vinyl counted through its sides.</param>
/// <param name="Tags">What the file says.</param>
/// <param name="Path">What its path says.</param>
public sealed record TrackFacts(
    int File,
    string? Title,
    IReadOnlyList<MusicArtist> Artists,
    IReadOnlyList<MusicArtist> Featured,
    int? Disc,
    int? Number,
    MusicTags Tags,
    TrackName Path
)
{
    /// <summary>Of the disc.</summary>
    public string? DiscTitle => Tags.DiscTitle ?? Path.DiscTitle;
}

/// <summary>What most files of an album say about it. Nulls and empty lists are what none says.</summary>
public sealed record AlbumTags
{
    /// <summary>The album's title.</summary>
    public string? Title { get; init; }

    /// <summary>What to sort it by.</summary>
    public string? SortTitle { get; init; }

    /// <summary>When this edition came out, as precise as it is said.</summary>
    public string? Date { get; init; }

    /// <summary>When the album came out first.</summary>
    public string? OriginalDate { get; init; }

    /// <summary>Those of all tracks, the most frequent first.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Main type first.</summary>
    public IReadOnlyList<AlbumType> Types { get; init; } = [];

    /// <summary>Publishers.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The labels' numbers.</summary>
    public IReadOnlyList<string> CatalogNumbers { get; init; } = [];

    /// <summary>Digits of the EAN or UPC.</summary>
    public string? Barcode { get; init; }

    /// <summary>At MusicBrainz: the edition.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>At MusicBrainz: what all editions are of.</summary>
    public string? ReleaseGroupId { get; init; }

    /// <summary>Discs in all.</summary>
    public int? DiscTotal { get; init; }
}

/// <summary>An album of a folder and its tracks: by tags first, by the folder second.</summary>
/// <param name="Title">Null for loose tracks that neither a tag nor a folder puts on an album.</param>
/// <param name="Artists">Whose album it is; empty when nothing says it.</param>
/// <param name="IsCompilation">By several artists, or said to be one.</param>
/// <param name="Tags">What the files say.</param>
/// <param name="Folder">What the path of its first track says.</param>
/// <param name="Tracks">In order of disc and number; what has no number comes last, by name.</param>
public sealed record AlbumFacts(
    string? Title,
    IReadOnlyList<MusicArtist> Artists,
    bool IsCompilation,
    AlbumTags Tags,
    AlbumName Folder,
    IReadOnlyList<TrackFacts> Tracks
)
{
    /// <summary>Of the first release where that is said, else of this one, else the folder's.</summary>
    public int? Year =>
        (Tags.OriginalDate ?? Tags.Date) is { } date
            ? int.Parse(date.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture)
            : Folder.Year;

    /// <summary>By tags, else by folders.</summary>
    public IReadOnlyList<AlbumType> Types =>
        Tags.Types.Count > 0 ? Tags.Types
        : Folder.Type is { } type ? [type]
        : [];
}
