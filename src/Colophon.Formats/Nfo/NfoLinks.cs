using System.Text.RegularExpressions;

namespace Colophon.Formats.Nfo;

/// <summary>
/// Ids in plain text: addresses of films, shows and music, and words like <c>tmdb:603</c>. What the address says it is of
/// comes with it.
/// </summary>
internal static partial class NfoLinks
{
    private const int TextLimit = 256 * 1024;
    private const int Limit = 100;

    private static readonly (Regex Pattern, Func<Match, NfoLink> Link)[] _patterns =
    [
        (Tmdb(), match => new("tmdb", Value(match), TmdbKind(match.Groups["kind"].Value))),
        (Imdb(), match => new("imdb", Value(match), null)),
        (Tvdb(), match => new("tvdb", Value(match), TvdbKind(match.Groups["kind"].Value))),
        (TvdbQuery(), match => new("tvdb", Value(match), NfoKind.Show)),
        (TvdbSlug(), match => new("tvdb_slug", Value(match), NfoKind.Show)),
        (MusicBrainz(), match => MusicBrainzLink(match.Groups["kind"].Value, Value(match).ToLowerInvariant())),
        (TvMaze(), match => new("tvmaze", Value(match), NfoKind.Show)),
        (AniDb(), match => new("anidb", Value(match), null)),
        (TmdbWord(), match => new("tmdb", Value(match), null)),
    ];

    /// <summary>All that a text names, each once, in the order of the patterns.</summary>
    public static IReadOnlyList<NfoLink> In(string text)
    {
        string bounded = text.Length > TextLimit ? text[..TextLimit] : text;
        var links = new List<NfoLink>();
        foreach ((Regex pattern, Func<Match, NfoLink> link) in _patterns)
        {
            Add(links, pattern.Matches(bounded).Select(link));
        }

        return links;
    }

    /// <summary>The same in a document whose elements are not looked at, and the ids in them that can be told by sight.</summary>
    public static IReadOnlyList<NfoLink> InRefused(string text)
    {
        string bounded = text.Length > TextLimit ? text[..TextLimit] : text;
        List<NfoLink> links = [.. In(bounded)];
        Add(links, UniqueId().Matches(bounded).Select(match => new NfoLink(Provider(match), Value(match), null)));
        Add(links, IdElement().Matches(bounded).Select(match => new NfoLink(Provider(match), Value(match), null)));
        return links;
    }

    private static void Add(List<NfoLink> links, IEnumerable<NfoLink> found)
    {
        foreach (NfoLink link in found.Take(Limit))
        {
            if (!links.Exists(other => other.Provider == link.Provider && other.Value == link.Value))
            {
                links.Add(link);
            }
        }
    }

    private static string Value(Match match) => match.Groups["id"].Value;

    private static string Provider(Match match) => NfoNames.Provider(match.Groups["provider"].Value);

    private static NfoKind? TmdbKind(string kind) =>
        kind.ToLowerInvariant() switch
        {
            "movie" => NfoKind.Movie,
            "tv" => NfoKind.Show,
            _ => NfoKind.Set,
        };

    private static NfoKind? TvdbKind(string kind) =>
        kind.ToLowerInvariant() switch
        {
            "movies" or "movie" => NfoKind.Movie,
            _ => NfoKind.Show,
        };

    private static NfoLink MusicBrainzLink(string kind, string id) =>
        kind.ToLowerInvariant() switch
        {
            "artist" => new("musicbrainz_artist", id, NfoKind.Artist),
            "release" => new("musicbrainz_album", id, NfoKind.Album),
            "release-group" => new("musicbrainz_release_group", id, NfoKind.Album),
            _ => new("musicbrainz_track", id, null),
        };

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"themoviedb\.org/(?<kind>movie|tv|collection)/(?<id>[0-9]{1,10})", Options)]
    private static partial Regex Tmdb();

    // anywhere: the number stands alone in many a text
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<id>tt[0-9]{7,10})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Imdb();

    [GeneratedRegex(
        @"thetvdb\.com/(?:dereferrer/)?(?<kind>series|movies?)/(?<id>[0-9]{1,10})(?![A-Za-z0-9-])",
        Options
    )]
    private static partial Regex Tvdb();

    [GeneratedRegex(@"thetvdb\.com/[^\s""'<>]{0,200}?[?&;](?:series)?id=(?<id>[0-9]{1,10})", Options)]
    private static partial Regex TvdbQuery();

    [GeneratedRegex(@"thetvdb\.com/series/(?<id>(?![0-9]+(?![A-Za-z0-9-]))[A-Za-z0-9-]{1,100})", Options)]
    private static partial Regex TvdbSlug();

    [GeneratedRegex(
        @"musicbrainz\.org/(?<kind>artist|release-group|release|recording)/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
        Options
    )]
    private static partial Regex MusicBrainz();

    [GeneratedRegex(@"tvmaze\.com/shows/(?<id>[0-9]{1,10})", Options)]
    private static partial Regex TvMaze();

    [GeneratedRegex(@"anidb\.net/(?:anime/|a)(?<id>[0-9]{1,10})", Options)]
    private static partial Regex AniDb();

    [GeneratedRegex(@"\btmdb(?:id)?\s?[:/=]\s?(?<id>[0-9]{1,10})", Options)]
    private static partial Regex TmdbWord();

    [GeneratedRegex(
        @"<uniqueid\b[^<>]{0,200}?\btype\s?=\s?[""'](?<provider>[a-z_]{1,40})[""'][^<>]{0,200}>\s{0,9}(?<id>[A-Za-z0-9-]{1,60})\s{0,9}<",
        Options
    )]
    private static partial Regex UniqueId();

    [GeneratedRegex(@"<(?<provider>imdb|tmdb|tvdb)id>\s{0,9}(?<id>[A-Za-z0-9]{1,40})\s{0,9}<", Options)]
    private static partial Regex IdElement();
}
