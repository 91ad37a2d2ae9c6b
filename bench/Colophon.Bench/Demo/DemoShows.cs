using System.Globalization;
using Colophon.Bench.Make;
using Colophon.Bench.Make.Films;
using Colophon.Testing;

namespace Colophon.Bench.Demo;

/// <summary>The shows of <c>demo-shows.tsv</c> with the episodes of <c>demo-episodes.tsv</c>, in a folder a season, with pictures of show, seasons and episodes.</summary>
internal static class DemoShows
{
    private const string ShowTable = "demo-shows.tsv";
    private const string EpisodeTable = "demo-episodes.tsv";
    private const int FirstSeed = 8000;

    public static void Write(string root)
    {
        var folder = new MadeFolder(root);
        var shows = DemoTable.Rows(ShowTable).Select(Show).ToDictionary(show => show.Title, StringComparer.Ordinal);
        var episodes = DemoTable
            .Rows(EpisodeTable)
            .Select((row, index) => Episode(row, index, shows))
            .ToLookup(episode => episode.Show, StringComparer.Ordinal);
        foreach (var (index, show) in shows.Values.Index())
            Write(folder, show, [.. episodes[show.Title]], FirstSeed + (100 * index));
    }

    private static void Write(MadeFolder folder, MadeShow show, List<MadeEpisode> episodes, int seed)
    {
        folder.Write($"{show.Path}/tvshow.nfo", FilmNfo.Of(show));
        folder.Write($"{show.Path}/poster.png", TinyPng.Cover(400, 600, seed));
        folder.Write($"{show.Path}/fanart.png", TinyPng.Detail(1280, 720, seed));
        foreach (var season in episodes.Select(episode => episode.Season).Distinct())
            folder.Write($"{show.Path}/season{season:00}-poster.png", TinyPng.Cover(400, 600, seed + season));
        foreach (var (number, episode) in episodes.Index())
        {
            folder.Write($"{episode.Path}.mkv", FilmFile.Of(episode));
            folder.Write($"{episode.Path}.nfo", FilmNfo.Of(episode));
            folder.Write($"{episode.Path}-thumb.png", TinyPng.Detail(640, 360, seed + 10 + number));
        }
    }

    private static MadeShow Show(string[] row, int index) =>
        row is [var title, var year, var genres, var studio, var premiered, var plot]
            ? new MadeShow
            {
                Title = title,
                Year = Number(year),
                Path = $"{title} ({year})",
                Genres = DemoTable.Each(genres, ','),
                Studio = studio,
                Premiered = premiered,
                Status = "Ended",
                Plot = plot,
            }
            : throw DemoTable.Wrong(ShowTable, index, 6);

    /// <summary>Its path lacks the ending: more than the video is named by it.</summary>
    private static MadeEpisode Episode(string[] row, int index, Dictionary<string, MadeShow> shows)
    {
        if (row is not [var show, var season, var number, var title, var aired, var minutes, var plot])
            throw DemoTable.Wrong(EpisodeTable, index, 7);
        var place = $"{shows[show].Path}/Season {Number(season):00}";
        return new MadeEpisode
        {
            Path = $"{place}/{show} - S{Number(season):00}E{Number(number):00} - {title}",
            Show = show,
            Season = Number(season),
            Episode = Number(number),
            Title = title,
            Aired = aired,
            Runtime = Number(minutes),
            Duration = 60 * Number(minutes),
            Plot = plot,
            Video = new("h264", 640, 480),
            Audio = [new("aac", "eng", 1, null)],
        };
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
