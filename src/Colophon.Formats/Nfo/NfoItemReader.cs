using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Makes an item of the elements of a root, or of some of them.</summary>
internal static class NfoItemReader
{
    public static NfoItem Read(NfoKind kind, NfoElements said)
    {
        var item = new NfoItem(kind)
        {
            Title = said.Line(NfoNames.Title(kind)),
            OriginalTitle = said.Line("originaltitle"),
            SortTitle = said.Line(NfoNames.SortTitle(kind)),
            ShowTitle = said.Line("showtitle"),
            LocalTitle = said.Line("localtitle"),
            Plot = said.Lines(NfoNames.Plot(kind)),
            Outline = said.Lines("outline"),
            Tagline = said.Line("tagline"),
            Runtime = said.Minutes("runtime"),
            Mpaa = said.Line("mpaa"),
            Certification = said.Line("certification"),
            CustomRating = said.Line("customrating"),
            Genres = said.List(IsMusic(kind) ? NfoLists.Spaced : NfoLists.Slashed, "genre"),
            Tags = said.List(NfoLists.Spaced, "tag"),
            Studios = said.List(NfoLists.Spaced, "studio"),
            Countries = said.List(NfoLists.Slashed, "country"),
            Languages = said.List(NfoLists.Tongues, NfoNames.Languages),
            CountryCode = said.Line("countrycode"),
            People = NfoPeople.Read(said),
            Set = kind == NfoKind.Set ? null : SetOf(said),
            Ids = NfoIds.Read(kind, said),
            Trailers = NfoImages.Trailers(said),
            Thumbs = NfoImages.Thumbs(said),
            Fanart = NfoImages.Fanart(said),
            AspectRatio = said.Line("aspectratio"),
            Streams = NfoStreamDetails.Read(said),
        };
        return WithUse(WithMusic(WithShow(WithDates(WithRatings(item, said), said), said), said), said);
    }

    private static bool IsMusic(NfoKind kind) => kind is NfoKind.Artist or NfoKind.Album or NfoKind.MusicVideo;

    private static NfoItem WithRatings(NfoItem item, NfoElements said) =>
        item with
        {
            Ratings = NfoRatings.Read(said),
            UserRating = NfoRatings.User(said),
            CriticRating = said.Number("criticrating"),
            Top250 = said.Whole("top250") is > 0 and var place ? place : null,
        };

    private static NfoItem WithDates(NfoItem item, NfoElements said) =>
        item with
        {
            Year = said.Year("year"),
            Premiered = said.Date("premiered"),
            Aired = said.Date("aired"),
            ReleaseDate = said.Date("releasedate"),
            OriginalReleaseDate = said.Date("originalreleasedate"),
            EndDate = said.Date("enddate"),
            Born = said.Date("born"),
            Formed = said.Date("formed"),
            Died = said.Date("died"),
            Disbanded = said.Date("disbanded"),
        };

    private static NfoItem WithShow(NfoItem item, NfoElements said) =>
        item with
        {
            Season = said.Whole(NfoNames.Season(item.Kind)),
            Episode = said.Whole("episode"),
            EpisodeEnd = said.Whole("episodenumberend"),
            DisplaySeason = said.Whole("displayseason"),
            DisplayEpisode = said.Whole("displayepisode"),
            AirsBeforeSeason = said.Whole("airsbefore_season"),
            AirsBeforeEpisode = said.Whole("airsbefore_episode"),
            AirsAfterSeason = said.Whole("airsafter_season"),
            NamedSeasons = said.Kept(
                said.All("namedseason").Select(element => NamedSeason(element, said)).OfType<NfoNamedSeason>()
            ),
            Status = said.Line("status"),
            AirsDays = said.Line("airs_dayofweek"),
            AirsTime = said.Line("airs_time"),
            DisplayOrder = said.Line("displayorder"),
        };

    private static NfoItem WithMusic(NfoItem item, NfoElements said) =>
        item with
        {
            Styles = said.List(NfoLists.Spaced, "style"),
            Moods = said.List(NfoLists.Spaced, "mood"),
            Themes = said.List(NfoLists.Spaced, "theme"),
            Artists = item.Kind == NfoKind.Artist ? [] : NfoMusic.Artists(item.Kind, said),
            ArtistDescription = said.Line("artistdesc"),
            Album = item.Kind == NfoKind.Artist ? null : said.Line("album"),
            Track = item.Kind == NfoKind.Album ? null : said.Whole("track"),
            Label = said.Line("label"),
            Type = said.Line("type"),
            ReleaseType = said.Line("releasetype"),
            ReleaseStatus = said.Line("releasestatus"),
            IsCompilation = said.Flag("compilation"),
            IsBoxSet = said.Flag("boxset"),
            Duration = said.Seconds("duration"),
            Tracks = item.Kind == NfoKind.Album ? NfoMusic.Tracks(said) : [],
            Albums = item.Kind == NfoKind.Artist ? NfoMusic.Albums(said) : [],
            YearsActive = said.List(NfoLists.Spaced, "yearsactive"),
            Instruments = said.List(NfoLists.Spaced, "instruments"),
            Disambiguation = said.Line("disambiguation"),
            Gender = said.Line("gender"),
        };

    private static NfoItem WithUse(NfoItem item, NfoElements said) =>
        item with
        {
            IsLocked = said.Flag("lockdata"),
            LockedFields = said.List(NfoLists.Barred, "lockedfields"),
            IsWatched = said.Flag("watched"),
            PlayCount = said.Whole("playcount"),
            LastPlayed = said.Time("lastplayed"),
            DateAdded = said.Time("dateadded"),
        };

    private static NfoNamedSeason? NamedSeason(LooseElement element, NfoElements said) =>
        int.TryParse(element.Attribute("number"), System.Globalization.CultureInfo.InvariantCulture, out int number)
        && number >= 0
        && said.LineOf(element) is { } name
            ? new NfoNamedSeason(number, name)
            : null;

    private static NfoSet? SetOf(NfoElements said)
    {
        string? id = said.All("set")
            .Select(set => IdOf(set.Attribute("tmdbcolid")))
            .Concat(said.All(NfoNames.SetIds).Select(element => IdOf(said.LineOf(element))))
            .FirstOrDefault(known => known is not null);
        foreach (LooseElement set in said.All("set"))
        {
            NfoElements inside = said.In(set);
            string? name = inside.Line("name") ?? said.OwnLine(set);
            string? overview = inside.Lines("overview");
            if (name is not null || overview is not null)
            {
                return new NfoSet(name, overview, id);
            }
        }

        return id is null ? null : new NfoSet(null, null, id);
    }

    private static string? IdOf(string? text) =>
        text?.Trim() is { Length: > 0 and < 20 } id && id != "0" && id.All(char.IsAsciiDigit) ? id : null;
}
