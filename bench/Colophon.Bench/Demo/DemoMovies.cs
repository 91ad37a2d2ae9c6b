using System.Globalization;
using Colophon.Bench.Make;
using Colophon.Bench.Make.Films;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Bench.Demo;

/// <summary>The movies of <c>demo-movies.tsv</c> in their versions, with extras, trailers and subtitles, and one that only has a name.</summary>
internal static class DemoMovies
{
    private const string Table = "demo-movies.tsv";
    private const string Trailer = "trailer";
    private const int FirstSeed = 7000;

    private static readonly Dictionary<string, MadeVideo> Qualities = new(StringComparer.Ordinal)
    {
        ["2160p"] = new("hevc", 2880, 2160),
        ["1080p"] = new("h264", 1440, 1080),
        ["720p"] = new("h264", 960, 720),
        ["480p"] = new("h264", 640, 480),
    };

    public static void Write(string root)
    {
        var folder = new MadeFolder(root);
        foreach (var (index, row) in DemoTable.Rows(Table).Index())
            Write(folder, row, index);
        folder.Write("Safety Last! (1923).mkv", FilmFile.Named("Safety Last!", 4410));
        folder.Write("The Lost World.mkv", FilmFile.Named("The Lost World", 6360));
    }

    /// <summary>The films as a provider knows them: those of the table, the one that has a name only, and two of one name.</summary>
    public static IReadOnlyList<LoopbackFilm> Known() =>
        [
            .. DemoTable.Rows(Table).Select((row, index) => Known(Plan(row, index), index)),
            new LoopbackFilm(901, "Safety Last!", 1923)
            {
                Runtime = 74,
                Genres = ["Comedy"],
                Director = "Fred C. Newmeyer",
                Cast = [("Harold Lloyd", "The Boy"), ("Mildred Davis", "The Girl")],
                Overview =
                    "A clerk in a department store climbs its twelve floors from outside, to win a prize and his girl.",
            },
            new LoopbackFilm(902, "The Lost World", 1925)
            {
                Runtime = 106,
                Genres = ["Adventure", "Fantasy"],
                Director = "Harry O. Hoyt",
                Cast = [("Wallace Beery", "Professor Challenger"), ("Bessie Love", "Paula White")],
                Overview =
                    "An expedition finds a plateau in the Amazon on which dinosaurs live, and brings one to London.",
            },
            new LoopbackFilm(903, "The Lost World", 1960)
            {
                Runtime = 97,
                Genres = ["Adventure", "Science Fiction"],
                Director = "Irwin Allen",
                Cast = [("Claude Rains", "Professor Challenger"), ("Jill St. John", "Jennifer Holmes")],
                Overview =
                    "A professor leads explorers by helicopter to a plateau of dinosaurs, from which they have to escape.",
            },
        ];

    private static LoopbackFilm Known(MadeMovie movie, int index) =>
        new(index + 1, movie.Title, movie.Year)
        {
            ImdbId = movie.Imdb ?? "",
            OriginalTitle = movie.OriginalTitle,
            Overview = movie.Plot,
            Runtime = movie.Runtime,
            Genres = movie.Genres,
            Director = movie.Directors[0],
            Writer = movie.Writers.Count > 0 ? movie.Writers[0] : movie.Directors[0],
            Cast = [.. movie.Actors.Select(actor => (actor.Name, actor.Role))],
            Collection = movie.Set,
        };

    private static void Write(MadeFolder folder, string[] row, int index)
    {
        var movie = Plan(row, index);
        var name = $"{movie.Title} ({movie.Year})";
        var qualities = DemoTable.Each(row[11], ',');
        foreach (var quality in qualities)
        {
            var version = qualities.Count > 1 ? $"{name} - {quality}" : name;
            folder.Write($"{name}/{version}.mkv", FilmFile.Of(movie with { Video = Qualities[quality] }));
        }
        folder.Write($"{name}/movie.nfo", FilmNfo.Of(movie));
        folder.Write($"{name}/poster.png", TinyPng.Cover(400, 600, FirstSeed + index));
        folder.Write($"{name}/fanart.png", TinyPng.Detail(1280, 720, FirstSeed + index));
        foreach (var language in DemoTable.Each(row[12], ','))
            folder.Write($"{name}/{name}.{language}.srt", $"1\n00:00:05,000 --> 00:00:09,000\n{movie.Title}\n");
        foreach (var extra in DemoTable.Each(row[13], ','))
            folder.Write(
                extra == Trailer ? $"{name}/{name}-trailer.mkv" : $"{name}/{extra}",
                FilmFile.Named(Path.GetFileNameWithoutExtension(extra), 150)
            );
    }

    private static MadeMovie Plan(string[] row, int index) =>
        row
            is [
                var title,
                var originalTitle,
                var year,
                var imdb,
                var minutes,
                var directors,
                var writers,
                var actors,
                var genres,
                var country,
                var collection,
                _,
                _,
                _,
                var plot,
            ]
            ? new MadeMovie
            {
                Path = "",
                Title = title,
                OriginalTitle = originalTitle,
                Year = Number(year),
                Imdb = imdb,
                Runtime = Number(minutes),
                Duration = 60 * Number(minutes),
                Directors = DemoTable.Each(directors, ';'),
                Writers = DemoTable.Each(writers, ';'),
                Actors = [.. DemoTable.Each(actors, ';').Select(Actor)],
                Genres = DemoTable.Each(genres, ','),
                Country = country,
                Set = collection.Length > 0 ? collection : null,
                Plot = plot,
                Video = Qualities["1080p"],
                Audio = [new("flac", "eng", 2, "Organ")],
            }
            : throw DemoTable.Wrong(Table, index, 15);

    private static MadeActor Actor(string said, int order) =>
        said.Split('=') is [var name, var role] ? new(name, role, order) : new(said, "", order);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
