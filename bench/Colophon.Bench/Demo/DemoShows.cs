using System.Globalization;
using Colophon.Bench.Make;
using Colophon.Bench.Make.Films;
using Colophon.Testing;

namespace Colophon.Bench.Demo;

/// <summary>The episodes of <c>demo-episodes.tsv</c>, in a folder a season, with pictures of show, seasons and episodes.</summary>
internal static class DemoShows
{
    private const string Table = "demo-episodes.tsv";
    private const int FirstSeed = 8000;

    public static void Write(string root)
    {
        var folder = new MadeFolder(root);
        var shows = DemoTable.Rows(Table).Select(Plan).GroupBy(row => row.Show.Path, StringComparer.Ordinal);
        foreach (var (index, show) in shows.Index())
            Write(folder, show.First().Show, [.. show.Select(row => row.Episode)], FirstSeed + (100 * index));
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

    /// <summary>The episode's path lacks its ending: more than the video is named by it.</summary>
    private static (MadeShow Show, MadeEpisode Episode) Plan(string[] row, int index)
    {
        if (row is not [var title, var year, var season, var number, var name, var aired, var minutes, var plot])
            throw DemoTable.Wrong(Table, index, 8);
        var show = new MadeShow
        {
            Title = title,
            Year = Number(year),
            Path = $"{title} ({year})",
            Status = "Ended",
        };
        var episode = new MadeEpisode
        {
            Path =
                $"{show.Path}/Season {Number(season):00}/{title} - S{Number(season):00}E{Number(number):00} - {name}",
            Show = title,
            Season = Number(season),
            Episode = Number(number),
            Title = name,
            Aired = aired,
            Runtime = Number(minutes),
            Duration = 60 * Number(minutes),
            Plot = plot,
            Video = new("h264", 640, 480),
            Audio = [new("aac", "eng", 1, null)],
        };
        return (show, episode);
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
