using System.Globalization;
using System.Xml.Linq;

namespace Colophon.Formats.Nfo;

/// <summary>The fields of each kind, and where Kodi puts their elements.</summary>
internal sealed class NfoFields
{
    private static readonly string[] _video = Words(
        "title originaltitle sorttitle sortname localtitle showtitle artist album track ratings rating votes userrating "
            + "criticrating top250 season seasonnumber episode episodenumberend displayseason displayepisode displayorder "
            + "airsbefore_season airsbefore_episode airsafter_season outline plot overview tagline runtime thumb fanart "
            + "mpaa certification customrating playcount watched lastplayed id uniqueid musicbrainzartistid "
            + "musicbrainzalbumid musicbrainzreleasegroupid musicbrainzalbumartistid musicbrainztrackid genre style mood "
            + "theme country language countrycode set tag credits director producer premiered year status "
            + "airs_dayofweek airs_time aired releasedate enddate studio trailer aspectratio fileinfo actor namedseason "
            + "lockdata lockedfields dateadded"
    );

    private static readonly string[] _artist = Words(
        "name musicbrainzartistid sortname type gender disambiguation genre style mood yearsactive instruments born formed "
            + "biography died disbanded thumb fanart album"
    );

    private static readonly string[] _album = Words(
        "title musicbrainzalbumid musicbrainzreleasegroupid musicbrainzalbumartistid artistdesc genre style mood theme "
            + "compilation boxset review type releasestatus releasedate originalreleasedate label duration thumb rating "
            + "userrating votes year albumartistcredits releasetype track"
    );

    private static readonly NfoFields[] _all = [.. Enum.GetValues<NfoKind>().Select(kind => new NfoFields(kind))];

    private readonly Dictionary<string, int> _places;

    private NfoFields(NfoKind kind)
    {
        string[] first = kind switch
        {
            NfoKind.Artist => _artist,
            NfoKind.Album => _album,
            _ => [],
        };
        _places = first
            .Concat(_video)
            .Distinct(StringComparer.Ordinal)
            .Select((name, place) => (name, place))
            .ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        All = [.. Texts(kind), .. Numbers(kind), .. Lists(kind), .. Parts(kind)];
    }

    /// <summary>The fields, in no order.</summary>
    public IReadOnlyList<NfoField> All { get; }

    public static NfoFields Of(NfoKind kind) => _all[(int)kind];

    /// <summary>The place of an element among the others; -1 for one that is not written here.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    private static IEnumerable<NfoField> Texts(NfoKind kind) =>
        [
            Text(NfoNames.Title(kind), item => item.Title),
            Text("originaltitle", item => item.OriginalTitle),
            Text(NfoNames.SortTitle(kind), item => item.SortTitle),
            Text("showtitle", item => item.ShowTitle),
            Text("localtitle", item => item.LocalTitle),
            Text(NfoNames.Plot(kind), item => item.Plot),
            Text("outline", item => item.Outline),
            Text("tagline", item => item.Tagline),
            Text("mpaa", item => item.Mpaa),
            Text("certification", item => item.Certification),
            Text("customrating", item => item.CustomRating),
            Text("countrycode", item => item.CountryCode),
            Text("premiered", item => item.Premiered),
            Text("aired", item => item.Aired),
            Text("releasedate", item => item.ReleaseDate),
            Text("originalreleasedate", item => item.OriginalReleaseDate),
            Text("enddate", item => item.EndDate),
            Text("born", item => item.Born),
            Text("formed", item => item.Formed),
            Text("died", item => item.Died),
            Text("disbanded", item => item.Disbanded),
            Text("status", item => item.Status),
            Text("airs_dayofweek", item => item.AirsDays),
            Text("airs_time", item => item.AirsTime),
            Text("displayorder", item => item.DisplayOrder),
            Text("artistdesc", item => item.ArtistDescription),
            Text("label", item => item.Label),
            Text("type", item => item.Type),
            Text("releasetype", item => item.ReleaseType),
            Text("releasestatus", item => item.ReleaseStatus),
            Text("disambiguation", item => item.Disambiguation),
            Text("gender", item => item.Gender),
            Text("aspectratio", item => item.AspectRatio),
            Text("lockedfields", item => item.LockedFields.Count == 0 ? null : string.Join('|', item.LockedFields)),
        ];

    private static IEnumerable<NfoField> Numbers(NfoKind kind) =>
        [
            Text("year", item => Text(item.Year)),
            Text("runtime", item => Text(item.Runtime)),
            Text("userrating", item => NfoParts.Text(item.UserRating)),
            Text("criticrating", item => NfoParts.Text(item.CriticRating)),
            Text("top250", item => Text(item.Top250)),
            Text(NfoNames.Season(kind), item => Text(item.Season)),
            Text("episode", item => Text(item.Episode)),
            Text("episodenumberend", item => Text(item.EpisodeEnd)),
            Text("displayseason", item => Text(item.DisplaySeason)),
            Text("displayepisode", item => Text(item.DisplayEpisode)),
            Text("airsbefore_season", item => Text(item.AirsBeforeSeason)),
            Text("airsbefore_episode", item => Text(item.AirsBeforeEpisode)),
            Text("airsafter_season", item => Text(item.AirsAfterSeason)),
            Text("duration", item => Text(item.Duration)),
            Text("compilation", item => Text(item.IsCompilation)),
            Text("boxset", item => Text(item.IsBoxSet)),
            Text("lockdata", item => Text(item.IsLocked)),
            Text("watched", item => Text(item.IsWatched)),
            Text("playcount", item => Text(item.PlayCount)),
            Text("lastplayed", item => Text(item.LastPlayed)),
            Text("dateadded", item => Text(item.DateAdded)),
        ];

    private static IEnumerable<NfoField> Lists(NfoKind kind) =>
        [
            List(["genre"], item => item.Genres),
            List(["style"], item => item.Styles),
            List(["mood"], item => item.Moods),
            List(["theme"], item => item.Themes),
            List(["tag"], item => item.Tags),
            List(["studio"], item => item.Studios),
            List(["country"], item => item.Countries),
            List(NfoNames.Languages, item => item.Languages),
            List(["yearsactive"], item => item.YearsActive),
            List(["instruments"], item => item.Instruments),
            List(["trailer"], item => [.. item.Trailers.Select(NfoImages.AsKodiPlays)]),
            .. kind == NfoKind.Artist ? [] : (NfoField[])[Text("album", item => item.Album)],
            .. kind == NfoKind.Album ? [] : (NfoField[])[Text("track", item => Text(item.Track))],
        ];

    private static IEnumerable<NfoField> Parts(NfoKind kind)
    {
        yield return new(NfoForm.One, [.. NfoNames.Ratings, "votes"], NfoParts.Ratings);
        yield return new(NfoForm.Many, NfoPeople.Elements, NfoParts.People);
        yield return new(NfoForm.Many, NfoIds.Elements, NfoParts.Ids);
        yield return new(NfoForm.Many, ["namedseason"], NfoParts.NamedSeasons);
        yield return new(NfoForm.Many, ["thumb", "art"], NfoParts.Thumbs);
        yield return new(NfoForm.One, ["fanart"], NfoParts.Fanart);
        yield return new(NfoForm.One, ["fileinfo"], NfoParts.Streams);
        if (kind != NfoKind.Set)
        {
            yield return new(NfoForm.One, ["set", .. NfoNames.SetIds], NfoParts.Set);
        }

        if (kind == NfoKind.Artist)
        {
            yield return new(NfoForm.Many, ["album"], NfoParts.Albums);
        }
        else
        {
            yield return new(
                NfoForm.Many,
                kind == NfoKind.Album ? NfoNames.AlbumArtists : NfoNames.Artists,
                NfoParts.Artists
            );
        }

        if (kind == NfoKind.Album)
        {
            yield return new(NfoForm.Many, ["track"], NfoParts.Tracks);
        }
    }

    private static NfoField Text(string name, Func<NfoItem, string?> text) => Text([name], text);

    private static NfoField Text(string[] names, Func<NfoItem, string?> text) =>
        new(NfoForm.One, names, item => text(item) is { Length: > 0 } said ? [new XElement(names[0], said)] : []);

    private static NfoField List(string[] names, Func<NfoItem, IReadOnlyList<string>> list) =>
        new(NfoForm.Many, names, item => list(item).Select(name => new XElement(names[0], name)));

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(bool? flag) =>
        flag switch
        {
            true => "true",
            false => "false",
            null => null,
        };

    private static string? Text(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string[] Words(string words) => words.Split(' ');
}
