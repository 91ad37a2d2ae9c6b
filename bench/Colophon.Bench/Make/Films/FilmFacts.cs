using System.Globalization;
using Colophon.Testing;

namespace Colophon.Bench.Make.Films;

/// <summary>Facts made up for films and shows: the same for the same number.</summary>
internal static class FilmFacts
{
    private static readonly string[] Ratings = ["G", "PG", "PG-13", "R"];

    private static readonly MadeVideo[] Videos =
    [
        new("h264", 1280, 720),
        new("h264", 1920, 1080),
        new("hevc", 3840, 2160),
        new("h264", 720, 480),
    ];

    private static readonly MadeAudio[][] Sounds =
    [
        [new("aac", "eng", 2, null)],
        [new("ac3", "eng", 6, "Surround 5.1"), new("aac", "fre", 2, "Français")],
        [new("aac", "jpn", 2, null), new("aac", "ger", 2, "Deutsch")],
    ];

    private static readonly MadeSubtitle[][] SubtitleSets =
    [
        [],
        [new("subrip", "eng", Forced: false, null)],
        [new("ass", "eng", Forced: true, "Signs & Songs"), new("subrip", "ger", Forced: false, null)],
    ];

    public static MadeVideo Video(int number) => Videos[number % Videos.Length];

    public static IReadOnlyList<MadeAudio> Audio(int number) => Sounds[number % Sounds.Length];

    public static IReadOnlyList<MadeSubtitle> Subtitles(int number) =>
        SubtitleSets[number / Sounds.Length % SubtitleSets.Length];

    public static double Seconds(int number) => 60.5 + number;

    public static int Year(int number) => 1930 + (number % 95);

    public static string Date(int year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{year}-{(number % 12) + 1:00}-{(number % 28) + 1:00}");

    public static string Imdb(int first, int number) => $"tt{first + number}";

    public static string Mpaa(int number) => Ratings[number % Ratings.Length];

    public static string Studio(int number) => $"{GeneratedNames.Noun(number)} Pictures";

    public static IReadOnlyList<string> Genres(int number) => [.. GeneratedNames.Genres(number).Distinct()];

    public static string Plot(int number) =>
        $"Story {number + 1}. Nobody in the valley remembered who had built the wall, only that it had always been there, "
        + "and that on certain evenings it hummed. “Don’t wait for me,” the letter said & was dated forty years ahead.";

    public static IReadOnlyList<MadeActor> Actors(int number) =>
        [
            .. Enumerable
                .Range(0, 3 + (number % 7))
                .Select(place => new MadeActor(
                    GeneratedNames.FullName(number + (place * 7)),
                    $"{GeneratedNames.FullName(number + (place * 11) + 5)}",
                    place
                )),
        ];
}
