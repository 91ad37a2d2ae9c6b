using Colophon.Testing;

namespace Colophon.Bench.Make.Films;

/// <summary>Shows of two seasons of ten episodes, with NFO files and pictures of show, seasons and episodes.</summary>
internal static class GeneratedShows
{
    private const int SeasonsOfAShow = 2;
    private const int EpisodesOfASeason = 10;
    private const int EpisodesOfAShow = SeasonsOfAShow * EpisodesOfASeason;

    // so that titles and people are not those of the movies
    private const int FirstNumber = 20_000;

    /// <summary>All of the last show's episodes are made.</summary>
    public static (IReadOnlyList<MadeShow> Shows, IReadOnlyList<MadeEpisode> Episodes) Write(
        MadeFolder folder,
        int episodes,
        Pictures pictures,
        CancellationToken cancellationToken
    )
    {
        var made = Enumerable
            .Range(0, (episodes + EpisodesOfAShow - 1) / EpisodesOfAShow)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(number => Write(folder, number, pictures))
            .ToList();
        return ([.. made.Select(one => one.Show)], [.. made.SelectMany(one => one.Episodes)]);
    }

    private static (MadeShow Show, IReadOnlyList<MadeEpisode> Episodes) Write(
        MadeFolder folder,
        int number,
        Pictures pictures
    )
    {
        var show = Plan(number);
        folder.Write(Path.Combine(show.Path, "tvshow.nfo"), FilmNfo.Of(show));
        folder.Write(Path.Combine(show.Path, "poster.png"), pictures.Covers.Cover(FirstNumber + number));
        folder.Write(Path.Combine(show.Path, "fanart.png"), pictures.Backdrops.Cover(FirstNumber + number));
        for (var season = 1; season <= SeasonsOfAShow; season++)
        {
            var poster = pictures.Covers.Cover((2 * FirstNumber) + (number * SeasonsOfAShow) + season);
            folder.Write(SeasonPoster(show.Path, season), poster);
        }
        return (
            show,
            [.. Enumerable.Range(0, EpisodesOfAShow).Select(place => Write(folder, show, number, place, pictures))]
        );
    }

    private static MadeEpisode Write(MadeFolder folder, MadeShow show, int number, int place, Pictures pictures)
    {
        var episode = Plan(show, (number * EpisodesOfAShow) + place, place);
        folder.Write(episode.Path, FilmFile.Of(episode));
        folder.Write(episode.Files[0], FilmNfo.Of(episode));
        folder.Write(episode.Files[1], pictures.Frames.Cover((number * EpisodesOfAShow) + place));
        return episode;
    }

    private static MadeShow Plan(int number)
    {
        var year = FilmFacts.Year(number);
        var title = GeneratedNames.Title(FirstNumber + number);
        var path = Path.Combine("tv", $"{title} ({year})");
        return new()
        {
            Title = title,
            Year = year,
            Path = path,
            Plot = FilmFacts.Plot(FirstNumber + number),
            Tmdb = 500_000 + number,
            Tvdb = 300_000 + number,
            Imdb = FilmFacts.Imdb(5_000_000, number),
            Genres = FilmFacts.Genres(number),
            Studio = FilmFacts.Studio(number),
            Status = number % 3 == 0 ? "Continuing" : "Ended",
            Premiered = FilmFacts.Date(year, number),
            Mpaa = "TV-14",
            Actors = FilmFacts.Actors(FirstNumber + number),
            Files =
            [
                Path.Combine(path, "tvshow.nfo"),
                Path.Combine(path, "poster.png"),
                Path.Combine(path, "fanart.png"),
                .. Enumerable.Range(1, SeasonsOfAShow).Select(season => SeasonPoster(path, season)),
            ],
        };
    }

    private static string SeasonPoster(string show, int season) => Path.Combine(show, $"season{season:00}-poster.png");

    private static MadeEpisode Plan(MadeShow show, int number, int place)
    {
        var (season, episode) = ((place / EpisodesOfASeason) + 1, (place % EpisodesOfASeason) + 1);
        var title = GeneratedNames.Title((2 * FirstNumber) + number);
        var name = $"{show.Title} - S{season:00}E{episode:00} - {title}";
        var start = Path.Combine(show.Path, $"Season {season:00}", name);
        return new()
        {
            Path = $"{start}.mkv",
            Files = [$"{start}.nfo", $"{start}-thumb.png"],
            Show = show.Title,
            Season = season,
            Episode = episode,
            Title = title,
            Plot = FilmFacts.Plot(number),
            Aired = FilmFacts.Date(show.Year + season - 1, place),
            Runtime = 20 + (number % 50),
            Tvdb = 7_000_000 + number,
            Imdb = FilmFacts.Imdb(7_000_000, number),
            Directors = [GeneratedNames.FullName(number / EpisodesOfASeason)],
            Writers = [GeneratedNames.FullName(number + 2)],
            Video = FilmFacts.Video(number / EpisodesOfAShow),
            Audio = FilmFacts.Audio(number / EpisodesOfAShow),
            Subtitles = FilmFacts.Subtitles(number),
            Duration = FilmFacts.Seconds(number),
        };
    }
}
