using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

/// <summary>Items as a reader gives them, made at random: each field is there or not.</summary>
internal sealed class NfoSamples(Random random)
{
    private static readonly string[] _words =
    [
        "A",
        "Alien",
        "R&B",
        "<i>",
        "\"quoted\"",
        "it's",
        "&amp;",
        "]]>",
        "Déjà",
        "三体",
        "😀",
        "007",
        "-1",
        "the",
        "--",
    ];

    public NfoItem Next(NfoKind kind)
    {
        bool isAlbum = kind == NfoKind.Album;
        bool isArtist = kind == NfoKind.Artist;
        return WithUse(WithLists(WithTexts(new NfoItem(kind)))) with
        {
            Season = Number(0),
            Episode = Number(0),
            EpisodeEnd = Number(0),
            DisplaySeason = Number(0),
            DisplayEpisode = Number(0),
            AirsBeforeSeason = Number(0),
            AirsBeforeEpisode = Number(0),
            AirsAfterSeason = Number(0),
            Set = kind != NfoKind.Set && Is() ? new NfoSet(Line(), Lines(), Digits()) : null,
            Album = isArtist ? null : Maybe(Line),
            Track = isAlbum ? null : Number(0),
            Tracks = isAlbum ? List(() => new NfoTrack(Number(1), Line(), Number(1))) : [],
            Albums = isArtist ? List(() => new NfoAlbum(Line(), Year(), Maybe(Line))) : [],
            Artists = isArtist ? [] : [.. Lines(Line).Select(name => new NfoArtist(name, Maybe(Line)))],
        };
    }

    private NfoItem WithTexts(NfoItem item) =>
        item with
        {
            Title = Maybe(Line),
            OriginalTitle = Maybe(Line),
            SortTitle = Maybe(Line),
            ShowTitle = Maybe(Line),
            LocalTitle = Maybe(Line),
            Plot = Maybe(Lines),
            Outline = Maybe(Lines),
            Tagline = Maybe(Line),
            Year = Year(),
            Premiered = Maybe(Date),
            Aired = Maybe(Date),
            ReleaseDate = Maybe(Date),
            OriginalReleaseDate = Maybe(Date),
            EndDate = Maybe(Date),
            Born = Maybe(Date),
            Formed = Maybe(Date),
            Died = Maybe(Date),
            Disbanded = Maybe(Date),
            Runtime = Number(1),
            Mpaa = Maybe(Line),
            Certification = Maybe(Line),
            CustomRating = Maybe(Line),
            CountryCode = Maybe(Line),
            Status = Maybe(Line),
            AirsDays = Maybe(Line),
            AirsTime = Maybe(Line),
            DisplayOrder = Maybe(Line),
            ArtistDescription = Maybe(Line),
            Label = Maybe(Line),
            Type = Maybe(Line),
            ReleaseType = Maybe(Line),
            ReleaseStatus = Maybe(Line),
            Disambiguation = Maybe(Line),
            Gender = Maybe(Line),
            AspectRatio = Maybe(Line),
        };

    private NfoItem WithLists(NfoItem item) =>
        item with
        {
            Genres = Lines(Line),
            Styles = Lines(Line),
            Moods = Lines(Line),
            Themes = Lines(Line),
            Tags = Lines(Line),
            Studios = Lines(Line),
            Countries = Lines(Line),
            Languages = Lines(Tongue),
            YearsActive = Lines(Line),
            Instruments = Lines(Line),
            LockedFields = Lines(Line),
            Trailers = Lines(() =>
                Is() ? Address() : $"https://www.youtube.com/watch?v=abc{random.Next(10_000, 99_999)}"
            ),
            Thumbs = List(Image),
            Fanart = List(Image),
            NamedSeasons = List(() => new NfoNamedSeason(random.Next(9), Line())),
            Ratings = [.. Lines(Line).Select((name, i) => new NfoRating(name, Value(), Number(0), i == 0))],
            Ids =
            [
                .. Lines(Digits).Select((value, i) => new NfoId(i % 2 == 0 ? "imdb" : "x&y", value, i == 0)),
                .. Lines(Digits).Select(value => new NfoId("musicbrainz_album", value, false)),
            ],
            People =
            [
                .. Lines(Line)
                    .Select(name => new NfoPerson(
                        name,
                        Is() ? "actor" : "guest_star",
                        Maybe(Line),
                        Number(0),
                        Maybe(Address)
                    )),
                .. Lines(Crew).Select(name => new NfoPerson(name, "director", null, null, null)),
                .. Lines(Crew).Select(name => new NfoPerson(name, "writer", null, null, null)),
                .. Lines(Crew).Select(name => new NfoPerson(name, "producer", Maybe(Line), null, null)),
            ],
        };

    private NfoItem WithUse(NfoItem item) =>
        item with
        {
            UserRating = Is() ? Value() : null,
            CriticRating = Is() ? Value() : null,
            Top250 = Number(1),
            IsCompilation = Flag(),
            IsBoxSet = Flag(),
            Duration = Number(1),
            IsLocked = Flag(),
            IsWatched = Flag(),
            PlayCount = Number(0),
            LastPlayed = Time(),
            DateAdded = Time(),
            Streams = Is()
                ? new NfoStreams(
                    List(() =>
                        new NfoVideo("h264", Line(), Number(1), Number(1), Number(1), Line(), Line(), Line(), Line())
                    ),
                    List(() => new NfoAudio(Line(), Maybe(Line), Number(1))),
                    ["eng", .. List(Line)]
                )
                : null,
        };

    private NfoImage Image() => new(Address(), Maybe(Line), Number(0), Maybe(Address));

    private bool Is() => random.Next(2) == 0;

    private bool? Flag() => random.Next(3) == 0 ? null : Is();

    private int? Number(int least) => Is() ? null : random.Next(least, 5_000);

    private int? Year() => Is() ? null : random.Next(1851, 2100);

    private double Value() => Math.Round((random.NextDouble() * 9) + 1, 4);

    private DateTime? Time() => Is() ? null : new DateTime(2020, 1, 1).AddSeconds(random.Next(100_000_000));

    private string Date() =>
        random.Next(3) switch
        {
            0 => $"{random.Next(1900, 2100)}",
            1 => $"{random.Next(1900, 2100)}-{random.Next(1, 13):00}",
            _ => $"{random.Next(1900, 2100)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
        };

    private string Digits() => $"{random.Next(1, 1_000_000)}";

    private string Tongue() => $"l{random.Next(20)}";

    private string Address() => $"https://x.org/{random.Next(20)}.jpg?a=1&b={random.Next(20)}";

    /// <summary>Without what parts the names of a crew.</summary>
    private string Crew() => Line().Replace(";", "", StringComparison.Ordinal);

    private string Line() =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => _words[random.Next(_words.Length)]));

    private string Lines() => string.Join('\n', List(Line).Append("end"));

    private string? Maybe(Func<string> text) => Is() ? null : text();

    private IReadOnlyList<string> Lines(Func<string> text) => [.. List(text).Distinct(StringComparer.Ordinal)];

    private List<T> List<T>(Func<T> one) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => one())];
}
