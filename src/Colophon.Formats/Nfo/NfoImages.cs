using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Addresses of pictures and trailers. Paths on the disk of whoever wrote the file say nothing here.</summary>
internal static partial class NfoImages
{
    private const string Watch = "https://www.youtube.com/watch?v=";
    private const string Plugin = "plugin://plugin.video.youtube/?action=play_video&videoid=";
    private const int AspectLimit = 100;
    private const int AddressLimit = 2_000;

    /// <summary>Those of <c>thumb</c>, and what Jellyfin's <c>art</c> has beyond them.</summary>
    public static IReadOnlyList<NfoImage> Thumbs(NfoElements said)
    {
        List<NfoImage> images = Images(said, said.All("thumb"));
        foreach (LooseElement art in said.All("art").SelectMany(art => art.Elements).Take(NfoElements.ListLimit))
        {
            if (Image(art, said) is { } image && !images.Exists(other => other.Url == image.Url))
            {
                images.Add(image with { Aspect = art.Key });
            }
        }

        return images;
    }

    public static IReadOnlyList<NfoImage> Fanart(NfoElements said) =>
        Images(said, said.All("fanart").SelectMany(fanart => said.In(fanart).All("thumb")));

    public static IReadOnlyList<string> Trailers(NfoElements said) =>
        said.Kept(
            said.All("trailer")
                .Select(element => TrailerOf(said.LineOf(element)))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>A trailer as Kodi plays it: YouTube's by its plug-in.</summary>
    public static string AsKodiPlays(string trailer) =>
        trailer.StartsWith(Watch, StringComparison.Ordinal) && trailer.Length > Watch.Length && !trailer.Contains('&')
            ? Plugin + trailer[Watch.Length..]
            : trailer;

    private static string? TrailerOf(string? line) =>
        line is not null && PluginVideo().Match(line) is { Success: true } match
            ? Watch + match.Groups[1].Value
            : NfoElements.AddressOf(line);

    private static List<NfoImage> Images(NfoElements said, IEnumerable<LooseElement> elements) =>
        [.. said.Kept(elements).Select(element => Image(element, said)).OfType<NfoImage>()];

    private static NfoImage? Image(LooseElement element, NfoElements said) =>
        NfoElements.AddressOf(said.OwnLine(element)) is { } url
            ? new NfoImage(
                url,
                CleanText.LineOrNull(element.Attribute("aspect"), AspectLimit),
                int.TryParse(element.Attribute("season"), CultureInfo.InvariantCulture, out int season) && season >= 0
                    ? season
                    : null,
                NfoElements.AddressOf(CleanText.LineOrNull(element.Attribute("preview"), AddressLimit))
            )
            : null;

    [GeneratedRegex(
        "^plugin://plugin\\.video\\.youtube/.{0,200}?[?&/]video_?id=([A-Za-z0-9_-]{6,20})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex PluginVideo();
}
