using System.Globalization;
using System.Xml.Linq;

namespace Colophon.Formats.Nfo;

/// <summary>The elements that have elements or attributes of their own, as Kodi writes them.</summary>
internal static class NfoParts
{
    public static IEnumerable<XElement> Ratings(NfoItem item)
    {
        if (item.Ratings.Count == 0)
        {
            return [];
        }

        // the music of Kodi knows one rating only
        if (item is { Kind: NfoKind.Album, Ratings: [{ Name: NfoRatings.Unnamed, IsDefault: true } only] })
        {
            return
            [
                new XElement("rating", new XAttribute("max", "10"), Text(only.Value)),
                .. Leaf("votes", only.Votes),
            ];
        }

        return
        [
            new XElement(
                "ratings",
                item.Ratings.Select(rating => new XElement(
                    "rating",
                    new XAttribute("name", rating.Name),
                    new XAttribute("max", "10"),
                    rating.IsDefault ? new XAttribute("default", "true") : null,
                    Leaf("value", Text(rating.Value)),
                    Leaf("votes", rating.Votes)
                ))
            ),
        ];
    }

    public static IEnumerable<XElement> People(NfoItem item) =>
        [
            .. Named(item, NfoPeople.Writer, "credits"),
            .. Named(item, NfoPeople.Director, NfoPeople.Director),
            .. item
                .People.Where(person => person.Role == NfoPeople.Producer)
                .Select(person =>
                    person with
                    {
                        Role = NfoPeople.Actor,
                    } == new NfoPerson(person.Name, NfoPeople.Actor, null, null, null)
                        ? new XElement(NfoPeople.Producer, person.Name)
                        : Person(NfoPeople.Producer, person)
                ),
            .. item.People.Where(NfoPeople.IsOther).Select(person => Person(NfoPeople.Actor, person)),
        ];

    public static IEnumerable<XElement> Ids(NfoItem item) =>
        item.Ids.Select(id =>
            NfoNames.IdElementOf(id.Provider) is { } element
                ? new XElement(element, id.Value)
                : new XElement(
                    "uniqueid",
                    new XAttribute("type", id.Provider),
                    id.IsDefault ? new XAttribute("default", "true") : null,
                    id.Value
                )
        );

    public static IEnumerable<XElement> NamedSeasons(NfoItem item) =>
        item.NamedSeasons.Select(season => new XElement(
            "namedseason",
            new XAttribute("number", season.Number),
            season.Name
        ));

    public static IEnumerable<XElement> Thumbs(NfoItem item) => item.Thumbs.Select(Thumb);

    public static IEnumerable<XElement> Fanart(NfoItem item) =>
        item.Fanart.Count == 0 ? [] : [new XElement("fanart", item.Fanart.Select(Thumb))];

    public static IEnumerable<XElement> Set(NfoItem item) =>
        item.Set is { } set
            ?
            [
                new XElement(
                    "set",
                    set.TmdbId is null ? null : new XAttribute("tmdbcolid", set.TmdbId),
                    Leaf("name", set.Name),
                    Leaf("overview", set.Overview)
                ),
            ]
            : [];

    public static IEnumerable<XElement> Artists(NfoItem item) =>
        item.Artists.Select(artist =>
            item.Kind == NfoKind.Album || artist.MusicBrainzId is not null
                ? new XElement(
                    item.Kind == NfoKind.Album ? "albumArtistCredits" : "artist",
                    Leaf("artist", artist.Name),
                    Leaf(NfoMusic.ArtistId, artist.MusicBrainzId)
                )
                : new XElement("artist", artist.Name)
        );

    public static IEnumerable<XElement> Albums(NfoItem item) =>
        item.Albums.Select(album => new XElement(
            "album",
            Leaf("title", album.Title),
            Leaf("year", album.Year),
            Leaf(NfoMusic.ReleaseGroupId, album.ReleaseGroupId)
        ));

    public static IEnumerable<XElement> Tracks(NfoItem item) =>
        item.Tracks.Select(track => new XElement(
            "track",
            Leaf("position", track.Position),
            Leaf("title", track.Title),
            Leaf("duration", track.Duration)
        ));

    public static IEnumerable<XElement> Streams(NfoItem item) =>
        item.Streams is { } streams
            ?
            [
                new XElement(
                    "fileinfo",
                    new XElement(
                        "streamdetails",
                        streams.Video.Select(Video),
                        streams.Audio.Select(audio => new XElement(
                            "audio",
                            Leaf("codec", audio.Codec),
                            Leaf("language", audio.Language),
                            Leaf("channels", audio.Channels)
                        )),
                        streams.Subtitles.Select(language => new XElement("subtitle", Leaf("language", language)))
                    )
                ),
            ]
            : [];

    /// <summary>Four decimals, as many as there are.</summary>
    public static string? Text(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);

    private static IEnumerable<XElement> Named(NfoItem item, string role, string element) =>
        item.People.Where(person => person.Role == role).Select(person => new XElement(element, person.Name));

    private static XElement Person(string element, NfoPerson person) =>
        new(
            element,
            Leaf("name", person.Name),
            Leaf("role", person.Character),
            NfoPeople.IsOther(person) && person.Role != NfoPeople.Actor
                ? new XElement("type", NfoNames.TypeOf(person.Role))
                : null,
            Leaf("order", person.Order),
            Leaf("thumb", person.Thumb)
        );

    private static XElement Thumb(NfoImage image) =>
        new(
            "thumb",
            image.Aspect is null ? null : new XAttribute("aspect", image.Aspect),
            image.Season is null
                ? null
                : new[] { new XAttribute("season", image.Season), new XAttribute("type", "season") },
            image.Preview is null ? null : new XAttribute("preview", image.Preview),
            image.Url
        );

    private static XElement Video(NfoVideo video) =>
        new(
            "video",
            Leaf("codec", video.Codec),
            Leaf("aspect", video.Aspect),
            Leaf("width", video.Width),
            Leaf("height", video.Height),
            Leaf("durationinseconds", video.Duration),
            Leaf("language", video.Language),
            Leaf("stereomode", video.StereoMode),
            Leaf("format3d", video.Format3D),
            Leaf("hdrtype", video.HdrType)
        );

    private static XElement[] Leaf(string name, object? value) => value is null ? [] : [new XElement(name, value)];
}
