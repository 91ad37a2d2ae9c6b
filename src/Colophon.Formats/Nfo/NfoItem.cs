namespace Colophon.Formats.Nfo;

/// <summary>
/// One root of an NFO. Null and empty: it does not say. Texts are plain text as it is written, cleaned of control characters;
/// dates have the precision they are given in (<c>2009</c>, <c>2009-05</c>, <c>2009-05-01</c>).
/// </summary>
/// <param name="Kind">Which root it is.</param>
public sealed record NfoItem(NfoKind Kind)
{
    /// <summary>Of an artist: the name.</summary>
    public string? Title { get; init; }

    /// <summary>In the language it was made in.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>What it is sorted by.</summary>
    public string? SortTitle { get; init; }

    /// <summary>Of an episode: its show's title.</summary>
    public string? ShowTitle { get; init; }

    /// <summary>In the language of whoever wrote the file.</summary>
    public string? LocalTitle { get; init; }

    /// <summary>The description: plot, of an artist the biography, of an album the review, of a set the overview. Lines stay.</summary>
    public string? Plot { get; init; }

    /// <summary>A short description.</summary>
    public string? Outline { get; init; }

    /// <summary>One line of advertising.</summary>
    public string? Tagline { get; init; }

    /// <summary>A year behind 1850.</summary>
    public int? Year { get; init; }

    /// <summary>First shown.</summary>
    public string? Premiered { get; init; }

    /// <summary>Of an episode: first shown.</summary>
    public string? Aired { get; init; }

    /// <summary>Published.</summary>
    public string? ReleaseDate { get; init; }

    /// <summary>Of an album: published for the first time.</summary>
    public string? OriginalReleaseDate { get; init; }

    /// <summary>Of a show: last shown.</summary>
    public string? EndDate { get; init; }

    /// <summary>Of an artist.</summary>
    public string? Born { get; init; }

    /// <summary>Of a group.</summary>
    public string? Formed { get; init; }

    /// <summary>Of an artist.</summary>
    public string? Died { get; init; }

    /// <summary>Of a group.</summary>
    public string? Disbanded { get; init; }

    /// <summary>Minutes.</summary>
    public int? Runtime { get; init; }

    /// <summary>As written: <c>PG-13</c>, <c>Rated M</c>, <c>Australia:M</c>.</summary>
    public string? Mpaa { get; init; }

    /// <summary>Certificates of several countries, as written.</summary>
    public string? Certification { get; init; }

    /// <summary>A certificate of one's own.</summary>
    public string? CustomRating { get; init; }

    /// <summary>By source.</summary>
    public IReadOnlyList<NfoRating> Ratings { get; init; } = [];

    /// <summary>More than 0, 10 at most.</summary>
    public double? UserRating { get; init; }

    /// <summary>Of critics, as written: some programs count to 10, some to 100.</summary>
    public double? CriticRating { get; init; }

    /// <summary>Its place among the best 250 of IMDb.</summary>
    public int? Top250 { get; init; }

    /// <summary>Split where one element names several.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Of music.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>Of music.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>Of music.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Studios, of shows also networks.</summary>
    public IReadOnlyList<string> Studios { get; init; } = [];

    /// <summary>As written.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>As written: <c>en</c>, <c>eng</c>, <c>English</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The country whose metadata these are: <c>us</c>.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Actors first, then directors, writers, producers.</summary>
    public IReadOnlyList<NfoPerson> People { get; init; } = [];

    /// <summary>Of a film: the collection it is in.</summary>
    public NfoSet? Set { get; init; }

    /// <summary>Each once.</summary>
    public IReadOnlyList<NfoId> Ids { get; init; } = [];

    /// <summary>Of an episode or a season; 0 is the specials. Of a show: how many, as some programs count.</summary>
    public int? Season { get; init; }

    /// <summary>Of an episode. Of a show: how many, as some programs count.</summary>
    public int? Episode { get; init; }

    /// <summary>The last one, when one file holds several under one root.</summary>
    public int? EpisodeEnd { get; init; }

    /// <summary>Of a special: the season it is shown in.</summary>
    public int? DisplaySeason { get; init; }

    /// <summary>Of a special: the episode it is shown before.</summary>
    public int? DisplayEpisode { get; init; }

    /// <summary>Of a special.</summary>
    public int? AirsBeforeSeason { get; init; }

    /// <summary>Of a special.</summary>
    public int? AirsBeforeEpisode { get; init; }

    /// <summary>Of a special.</summary>
    public int? AirsAfterSeason { get; init; }

    /// <summary>Of a show: names of seasons.</summary>
    public IReadOnlyList<NfoNamedSeason> NamedSeasons { get; init; } = [];

    /// <summary>Of a show, as written: <c>Continuing</c>, <c>Ended</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Of a show: days of the week, as written.</summary>
    public string? AirsDays { get; init; }

    /// <summary>Of a show, as written: <c>9 PM</c>.</summary>
    public string? AirsTime { get; init; }

    /// <summary>Of a show: <c>aired</c>, <c>dvd</c>, <c>absolute</c>.</summary>
    public string? DisplayOrder { get; init; }

    /// <summary>Of an album or a music video.</summary>
    public IReadOnlyList<NfoArtist> Artists { get; init; } = [];

    /// <summary>Of an album: its artists as the sleeve names them.</summary>
    public string? ArtistDescription { get; init; }

    /// <summary>Of a music video: the album it is from.</summary>
    public string? Album { get; init; }

    /// <summary>Of a music video: its place on the album.</summary>
    public int? Track { get; init; }

    /// <summary>Of an album.</summary>
    public string? Label { get; init; }

    /// <summary>Of an album (<c>album / compilation</c>) or an artist (<c>person</c>, <c>group</c>).</summary>
    public string? Type { get; init; }

    /// <summary>Of an album: <c>album</c> or <c>single</c>.</summary>
    public string? ReleaseType { get; init; }

    /// <summary>Of an album: <c>official</c>, <c>bootleg</c>.</summary>
    public string? ReleaseStatus { get; init; }

    /// <summary>Of an album.</summary>
    public bool? IsCompilation { get; init; }

    /// <summary>Of an album.</summary>
    public bool? IsBoxSet { get; init; }

    /// <summary>Of an album: seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Of an album.</summary>
    public IReadOnlyList<NfoTrack> Tracks { get; init; } = [];

    /// <summary>Of an artist.</summary>
    public IReadOnlyList<NfoAlbum> Albums { get; init; } = [];

    /// <summary>Of an artist, as written: <c>1973 - present</c>.</summary>
    public IReadOnlyList<string> YearsActive { get; init; } = [];

    /// <summary>Of an artist.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    /// <summary>Of an artist: what tells namesakes apart.</summary>
    public string? Disambiguation { get; init; }

    /// <summary>Of an artist.</summary>
    public string? Gender { get; init; }

    /// <summary>Addresses; those of Kodi's YouTube plug-in as YouTube's own.</summary>
    public IReadOnlyList<string> Trailers { get; init; } = [];

    /// <summary>Pictures that can be fetched.</summary>
    public IReadOnlyList<NfoImage> Thumbs { get; init; } = [];

    /// <summary>Backgrounds that can be fetched.</summary>
    public IReadOnlyList<NfoImage> Fanart { get; init; } = [];

    /// <summary>True when nothing of it may be changed.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>Fields that may not be changed, as the program that wrote it calls them.</summary>
    public IReadOnlyList<string> LockedFields { get; init; } = [];

    /// <summary>Whether it was watched.</summary>
    public bool? IsWatched { get; init; }

    /// <summary>How often.</summary>
    public int? PlayCount { get; init; }

    /// <summary>Local time of whoever wrote it, to the second.</summary>
    public DateTime? LastPlayed { get; init; }

    /// <summary>Local time of whoever wrote it, to the second.</summary>
    public DateTime? DateAdded { get; init; }

    /// <summary>Width by height, as written.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>What is in the file, as the program that wrote it saw it.</summary>
    public NfoStreams? Streams { get; init; }
}
