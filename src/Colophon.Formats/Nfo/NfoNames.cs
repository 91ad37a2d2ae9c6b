using System.Collections.Frozen;
using System.Text;

namespace Colophon.Formats.Nfo;

/// <summary>
/// What Kodi, Jellyfin and those who write for them call things. The first name of several is the one that is written, all
/// are read. Sources: Kodi's wiki (NFO files), the files in the corpus, Jellyfin's documentation.
/// </summary>
internal static class NfoNames
{
    public static readonly string[] Writers = ["credits", "writer"];
    public static readonly string[] Releases = ["releasedate"];
    public static readonly string[] Ratings = ["ratings", "rating", "communityrating"];
    public static readonly string[] Artists = ["artist"];
    public static readonly string[] AlbumArtists = ["albumartistcredits", "albumartist", "artist"];
    public static readonly string[] Languages = ["language", "languages"];
    public static readonly string[] SetIds = ["tmdbcolid", "collectionnumber"];

    /// <summary>Elements that hold roots, as two programs write several episodes.</summary>
    public static readonly FrozenSet<string> Wrappers = FrozenSet.Create("episodes", "xbmcmultiepisode");

    private static readonly FrozenDictionary<string, NfoKind> _kinds = new Dictionary<string, NfoKind>(
        StringComparer.Ordinal
    )
    {
        ["movie"] = NfoKind.Movie,
        ["tvshow"] = NfoKind.Show,
        ["season"] = NfoKind.Season,
        ["episodedetails"] = NfoKind.Episode,
        ["artist"] = NfoKind.Artist,
        ["album"] = NfoKind.Album,
        ["musicvideo"] = NfoKind.MusicVideo,
        ["set"] = NfoKind.Set,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // elements that hold an id, in the order they are read and written
    private static readonly (string Element, string Provider)[] _idElements =
    [
        ("imdbid", "imdb"),
        ("imdb_id", "imdb"),
        ("tmdbid", "tmdb"),
        ("tvdbid", "tvdb"),
        ("tvmazeid", "tvmaze"),
        ("tvrageid", "tvrage"),
        ("zap2itid", "zap2it"),
        ("anidbid", "anidb"),
        ("anilistid", "anilist"),
        ("audiodbartistid", "audiodb_artist"),
        ("audiodbalbumid", "audiodb_album"),
        ("musicBrainzArtistID", "musicbrainz_artist"),
        ("musicbrainzalbumid", "musicbrainz_album"),
        ("musicbrainzreleasegroupid", "musicbrainz_release_group"),
        ("musicbrainzalbumartistid", "musicbrainz_album_artist"),
        ("musicbrainztrackid", "musicbrainz_track"),
    ];

    private static readonly FrozenDictionary<string, string> _providers = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["themoviedb"] = "tmdb",
        ["thetvdb"] = "tvdb",
        ["musicbrainzartist"] = "musicbrainz_artist",
        ["musicbrainzalbum"] = "musicbrainz_album",
        ["musicbrainzreleasegroup"] = "musicbrainz_release_group",
        ["musicbrainzalbumartist"] = "musicbrainz_album_artist",
        ["musicbrainztrack"] = "musicbrainz_track",
        ["audiodbartist"] = "audiodb_artist",
        ["audiodbalbum"] = "audiodb_album",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements that hold an id, as they are read: in small letters.</summary>
    public static IReadOnlyList<(string Element, string Provider)> IdElements { get; } =
    [.. _idElements.Select(pair => (pair.Element.ToLowerInvariant(), pair.Provider))];

    /// <summary>The kind of a root; null when no program for media writes it.</summary>
    public static NfoKind? KindOf(string root) => _kinds.TryGetValue(root, out NfoKind kind) ? kind : null;

    /// <summary>The root of a kind.</summary>
    public static string RootOf(NfoKind kind) => _kinds.First(pair => pair.Value == kind).Key;

    public static string[] Title(NfoKind kind) =>
        kind switch
        {
            NfoKind.Artist => ["name", "title"],
            NfoKind.Season => ["title", "seasonname", "name"],
            _ => ["title", "name"],
        };

    public static string[] SortTitle(NfoKind kind) =>
        kind == NfoKind.Artist ? ["sortname", "sorttitle"] : ["sorttitle", "sortname"];

    public static string[] Plot(NfoKind kind) =>
        kind switch
        {
            NfoKind.Artist => ["biography", "plot"],
            NfoKind.Album => ["review", "plot"],
            NfoKind.Set => ["overview", "plot"],
            _ => ["plot", "biography", "review", "overview"],
        };

    public static string[] Season(NfoKind kind) =>
        kind == NfoKind.Season ? ["seasonnumber", "season"] : ["season", "seasonnumber"];

    /// <summary>One name for a provider, whatever the file calls it.</summary>
    public static string Provider(string type)
    {
        string small = type.ToLowerInvariant();
        return _providers.GetValueOrDefault(small, small);
    }

    /// <summary>The element that Kodi itself wants an id of music in; null: <c>uniqueid</c>.</summary>
    public static string? IdElementOf(string provider) =>
        provider.StartsWith("musicbrainz_", StringComparison.Ordinal)
            ? Array.Find(_idElements, pair => pair.Provider == provider).Element
            : null;

    /// <summary>A role as an actor's <c>type</c> spells it (<c>GuestStar</c>) in small letters: <c>guest_star</c>.</summary>
    public static string RoleOf(string type)
    {
        var role = new StringBuilder(type.Length + 4);
        foreach (char c in type)
        {
            if (char.IsWhiteSpace(c) || c == '_')
            {
                role.Append('_');
            }
            else if (char.IsUpper(c))
            {
                role.Append(role.Length > 0 && role[^1] != '_' ? "_" : "").Append(char.ToLowerInvariant(c));
            }
            else
            {
                role.Append(c);
            }
        }

        return role.ToString();
    }

    /// <summary>The way back.</summary>
    public static string TypeOf(string role) =>
        string.Concat(
            role.Split('_').Select(word => word.Length == 0 ? "_" : char.ToUpperInvariant(word[0]) + word[1..])
        );
}
