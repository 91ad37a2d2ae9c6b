using System.Globalization;

namespace Colophon.Testing.Loopback;

/// <summary>Pictures of films, made when they are asked for: <c>w185/poster-603-1.png</c>. Each differs, and is always the same.</summary>
/// <param name="posterWidth">Of a poster in full size.</param>
internal sealed class LoopbackPictures(int posterWidth)
{
    public const string Poster = "poster";
    public const string Backdrop = "backdrop";

    /// <summary>Pictures of one kind that a film has.</summary>
    private const int MostOfKind = 10;

    public int WidthOf(string kind) => kind == Poster ? posterWidth : posterWidth * 2;

    public int HeightOf(string kind) => HeightOf(kind, WidthOf(kind));

    /// <summary>With its leading slash, as TMDB writes it.</summary>
    public static string PathOf(string kind, int film, int number) => $"/{kind}-{film}-{number}.png";

    /// <param name="path">Size and name.</param>
    public LoopbackAnswer Answer(string path)
    {
        if (path.Split('/') is not [var size, var name] || Parts(name) is not var (kind, film, number))
            return LoopbackAnswer.NotFound;
        var width =
            size.StartsWith('w') && Number(size[1..]) is { } asked ? Math.Min(asked, WidthOf(kind)) : WidthOf(kind);
        var seed = (film * MostOfKind) + number;
        return LoopbackAnswer.Picture(
            kind == Poster
                ? TinyPng.Cover(width, HeightOf(kind, width), seed)
                : TinyPng.Detail(width, HeightOf(kind, width), seed),
            "image/png"
        );
    }

    private static int HeightOf(string kind, int width) => kind == Poster ? width * 3 / 2 : width * 9 / 16;

    private static (string Kind, int Film, int Number)? Parts(string name) =>
        Path.GetFileNameWithoutExtension(name).Split('-') is [(Poster or Backdrop) and var kind, var film, var number]
        && Number(film) is { } id
        && Number(number) is { } place
            ? (kind, id, place)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
