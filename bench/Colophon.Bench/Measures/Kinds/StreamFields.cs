using System.Text.Json.Nodes;
using static Colophon.Bench.Measures.Kinds.Texts;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>What videos hold, and the subtitles beside them.</summary>
internal static class StreamFields
{
    /// <summary>Manifests name languages in three letters.</summary>
    private static readonly Dictionary<string, string> TwoLetters = new(StringComparer.Ordinal)
    {
        ["eng"] = "en",
        ["jpn"] = "ja",
        ["fre"] = "fr",
        ["fra"] = "fr",
        ["ger"] = "de",
        ["deu"] = "de",
        ["spa"] = "es",
        ["por"] = "pt",
        ["ita"] = "it",
        ["kor"] = "ko",
        ["chi"] = "zh",
        ["zho"] = "zh",
        ["rus"] = "ru",
    };

    public static IReadOnlyList<ComparedField> Inside { get; } =
    [
        new("video", m => Video(m["video"]!), f => Streams(f, "video", IsInside, Video)),
        new(
            "audio",
            m => Joined(m["audio"], said => Audio(said, ShortLanguage(said))),
            f => Streams(f, "audio", IsInside, Audio)
        ),
        new(
            "subtitles",
            m => Joined(m["subtitles"], said => Subtitle(said, ShortLanguage(said))),
            f => Streams(f, "subtitle", IsInside, Subtitle)
        ),
        new("duration", m => Rounded(m["duration"], 1), f => Rounded(f.File["duration_s"], 1)),
    ];

    /// <summary>The manifest names them <c>subtitle.en</c> and <c>subtitle.fr.forced</c>.</summary>
    public static ComparedField SubtitlesBeside { get; } =
        new(
            "subtitles beside",
            m =>
                string.Join(
                    "; ",
                    m["assets"]!
                        .AsObject()
                        .Select(asset => asset.Key.Split('.'))
                        .Where(name => name[0] == "subtitle")
                        .Select(name => Beside(name[1], name.Length > 2))
                        .Order(StringComparer.Ordinal)
                ),
            f =>
                Streams(
                    f,
                    "subtitle",
                    stream => !IsInside(stream),
                    stream => Beside(Text(stream["language"]), (bool)stream["forced"]!)
                )
        );

    private static string Streams(
        CatalogItem film,
        string type,
        Func<JsonNode, bool> isMeant,
        Func<JsonNode, string> told
    ) =>
        string.Join(
            "; ",
            film.File["streams"]
                ?.AsArray()
                .Select(stream => stream!)
                .Where(stream => Text(stream["type"]) == type && isMeant(stream))
                .Select(told)
                ?? []
        );

    private static bool IsInside(JsonNode stream) => stream["external_path"] is null;

    private static string Video(JsonNode video) => $"{video["codec"]} {video["width"]} x {video["height"]}";

    private static string Audio(JsonNode stream) => Audio(stream, Text(stream["language"]));

    private static string Audio(JsonNode stream, string? language) =>
        $"{stream["codec"]} {language} {stream["channels"]} {stream["title"]}";

    private static string Subtitle(JsonNode stream) => Subtitle(stream, Text(stream["language"]));

    private static string Subtitle(JsonNode stream, string? language) =>
        $"{stream["codec"]} {language} {stream["forced"]} {stream["title"]}";

    private static string Beside(string? language, bool isForced) => isForced ? $"{language}, forced" : $"{language}";

    private static string ShortLanguage(JsonNode said) => TwoLetters[(string)said["language"]!];
}
