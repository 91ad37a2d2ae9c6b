using Colophon.Bench.Make.Films;
using Colophon.Testing;

namespace Colophon.Bench.Make.Music;

/// <summary>Albums of twelve tracks, by turns FLAC and MP3, every fourth on two discs, some tracks with a guest; a cover inside and beside the files.</summary>
internal static class GeneratedAlbums
{
    private const int TracksOfAnAlbum = 12;
    private const int AlbumsOfAnArtist = 2;
    private const int AlbumsToTwoDiscs = 4;
    private const int TracksToAGuest = 11;

    // longer than both ends that a quick hash reads, as any track is
    private const int TrackLength = 160 * 1024;

    // so that names are not those of films
    private const int FirstNumber = 60_000;

    private static readonly string[] Genres = ["Rock", "Jazz", "Folk", "Classical", "Electronic"];

    /// <summary>All of the last album's tracks are made.</summary>
    public static (IReadOnlyList<MadeAlbum> Albums, IReadOnlyList<MadeTrack> Tracks) Write(
        MadeFolder folder,
        int tracks,
        Pictures pictures,
        CancellationToken cancellationToken
    )
    {
        var made = Enumerable
            .Range(0, (tracks + TracksOfAnAlbum - 1) / TracksOfAnAlbum)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(number => Write(folder, number, pictures))
            .ToList();
        return ([.. made.Select(one => one.Album)], [.. made.SelectMany(one => one.Tracks)]);
    }

    private static (MadeAlbum Album, IReadOnlyList<MadeTrack> Tracks) Write(
        MadeFolder folder,
        int number,
        Pictures pictures
    )
    {
        var cover = pictures.Squares.Cover(number);
        var album = Plan(number, Pictures.Sha256(cover));
        folder.Write(album.Cover.Path, cover);
        var tracks = Enumerable.Range(0, TracksOfAnAlbum).Select(place => Plan(album, number, place)).ToList();
        foreach (var track in tracks)
            folder.Write(track.Path, TrackFile.Of(track, cover), TrackLength);
        return (album, tracks);
    }

    private static MadeAlbum Plan(int number, string coverSha256)
    {
        var artist = GeneratedNames.FullName(FirstNumber + (number / AlbumsOfAnArtist));
        var (title, year) = (GeneratedNames.Title(FirstNumber + number), FilmFacts.Year(number));
        var path = Path.Combine("music", artist, $"{title} ({year})");
        return new(artist, title, year, path, new(Path.Combine(path, "cover.png"), coverSha256));
    }

    private static MadeTrack Plan(MadeAlbum album, int number, int place)
    {
        var discs = number % AlbumsToTwoDiscs == 0 ? 2 : 1;
        var onADisc = TracksOfAnAlbum / discs;
        var (disc, track) = ((place / onADisc) + 1, (place % onADisc) + 1);
        var ordinal = (number * TracksOfAnAlbum) + place;
        var title = GeneratedNames.Title((2 * FirstNumber) + ordinal);
        var name = $"{(discs > 1 ? $"{disc}-" : "")}{track:00} - {title}.{(number % 2 == 0 ? "flac" : "mp3")}";
        return new(
            Path.Combine(album.Path, name),
            title,
            ordinal % TracksToAGuest == 0
                ? $"{album.Artist} feat. {GeneratedNames.FullName(FirstNumber + number + 7)}"
                : album.Artist,
            album.Artist,
            album.Album,
            album.Year,
            track,
            onADisc,
            disc,
            discs,
            Genres[number % Genres.Length],
            GeneratedNames.FullName(FirstNumber + ordinal),
            $"USXXX{ordinal:0000000}",
            Uuid(1, ordinal),
            Uuid(2, number),
            Uuid(3, number / AlbumsOfAnArtist),
            Duration: 120 + (place * 7),
            album.Cover
        );
    }

    private static string Uuid(int kind, int number) => $"{number:x8}-0000-4000-8000-{kind:x12}";
}
