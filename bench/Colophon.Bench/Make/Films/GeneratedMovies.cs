using System.Text;
using Colophon.Testing;

namespace Colophon.Bench.Make.Films;

/// <summary>Movies, a folder each, with an NFO, pictures, subtitles, and a trailer beside every third.</summary>
internal static class GeneratedMovies
{
    private const int MoviesOfASet = 7;
    private const int TrailerOf = 3;

    private static readonly string[] Countries = ["USA", "Deutschland", "日本", "France"];

    public static IReadOnlyList<MadeMovie> Write(
        MadeFolder folder,
        int count,
        Pictures pictures,
        CancellationToken cancellationToken
    ) =>
        [
            .. Enumerable
                .Range(0, count)
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellationToken)
                .Select(number => Write(folder, number, pictures)),
        ];

    private static MadeMovie Write(MadeFolder folder, int number, Pictures pictures)
    {
        var year = FilmFacts.Year(number);
        var name = $"{GeneratedNames.Title(number)} ({year})";
        var start = Path.Combine("movies", name, name);
        var beside = Beside(start, number, pictures);
        var movie = Plan(
            number,
            year,
            $"{start}.mkv",
            beside.Select(asset => KeyValuePair.Create(asset.Key, asset.Value.Asset))
        );
        folder.Write(movie.Path, FilmFile.Of(movie));
        folder.Write($"{start}.nfo", FilmNfo.Of(movie));
        foreach (var (asset, content) in beside.Values)
            folder.Write(asset.Path, content);
        return movie;
    }

    private static Dictionary<string, (MadeAsset Asset, byte[] Content)> Beside(
        string start,
        int number,
        Pictures pictures
    )
    {
        var folder = Path.GetDirectoryName(start)!;
        var beside = new Dictionary<string, (MadeAsset, byte[])>(StringComparer.Ordinal)
        {
            ["poster"] = Asset(Path.Combine(folder, "poster.png"), pictures.Covers.Cover(number)),
            ["fanart"] = Asset(Path.Combine(folder, "fanart.png"), pictures.Backdrops.Cover(number)),
            ["subtitle.en"] = Asset($"{start}.en.srt", Cue($"Scene {number}")),
        };
        if (number % 2 == 0)
            beside["subtitle.fr.forced"] = Asset($"{start}.fr.forced.srt", Cue($"Scène {number}"));
        if (number % TrailerOf == 0)
            beside["trailer"] = Asset($"{start}-trailer.mkv", FilmFile.Named($"Trailer {number}", 30));
        return beside;
    }

    private static (MadeAsset, byte[]) Asset(string path, byte[] content) =>
        (new(path, Pictures.Sha256(content)), content);

    private static byte[] Cue(string text) => Encoding.UTF8.GetBytes($"1\n00:00:01,000 --> 00:00:02,500\n{text}\n");

    private static MadeMovie Plan(
        int number,
        int year,
        string path,
        IEnumerable<KeyValuePair<string, MadeAsset>> beside
    ) =>
        new()
        {
            Path = path,
            Title = GeneratedNames.Title(number),
            OriginalTitle =
                number % 4 == 0 ? $"Le {GeneratedNames.Noun(number)} {number}" : GeneratedNames.Title(number),
            Year = year,
            Premiered = FilmFacts.Date(year, number),
            Plot = FilmFacts.Plot(number),
            Tagline = $"Take {number + 1}: the whole town had an opinion",
            Runtime = 70 + (number % 110),
            Mpaa = FilmFacts.Mpaa(number),
            Tmdb = 100_000 + number,
            Imdb = FilmFacts.Imdb(1_000_000, number),
            Genres = FilmFacts.Genres(number),
            Studios = [FilmFacts.Studio(number)],
            Directors = [GeneratedNames.FullName(number / 3)],
            Writers = [GeneratedNames.FullName(number + 1), GeneratedNames.FullName(number + 14)],
            Rating = (10 + (number % 90)) / 10.0,
            Votes = 10 + (number * 37),
            Set = number % MoviesOfASet == 0 ? $"{GeneratedNames.Noun(number / MoviesOfASet)} Collection" : null,
            Country = Countries[number % Countries.Length],
            Actors = FilmFacts.Actors(number),
            Video = FilmFacts.Video(number),
            Audio = FilmFacts.Audio(number),
            Subtitles = FilmFacts.Subtitles(number),
            Duration = FilmFacts.Seconds(number),
            Assets = new Dictionary<string, MadeAsset>(beside, StringComparer.Ordinal),
            Files = [$"{path[..^".mkv".Length]}.nfo", .. beside.Select(asset => asset.Value.Path)],
        };
}
