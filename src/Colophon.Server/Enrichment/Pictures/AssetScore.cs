using Colophon.Server.Catalog;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>How well an offered picture suits a library, of 100, with what each thing adds. A pure function: the same offers, the same choice.</summary>
internal sealed record AssetScore(double Points, IReadOnlyDictionary<string, double> Parts)
{
    private const double ResolutionPoints = 30;
    private const double AspectPoints = 15;
    private const double LanguagePoints = 25;
    private const double VotesPoints = 20;
    private const double ProviderPoints = 10;

    /// <summary>So many votes weigh as much as the doubt about few of them.</summary>
    private const double VotesOfDoubt = 5;

    /// <param name="languages">The library's, the preferred one first.</param>
    /// <param name="place">Of the provider among the library's, from 0.</param>
    public static AssetScore Of(ArtworkOffer offer, IReadOnlyList<string> languages, int place)
    {
        var shape = AssetShape.Of(offer.Type);
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["resolution"] = ResolutionPoints * Resolution(offer, shape),
            ["aspect"] = AspectPoints * Aspect(offer, shape),
            ["language"] = LanguagePoints * Language(offer, shape, languages),
            ["votes"] = VotesPoints * Votes(offer),
            ["provider"] = ProviderPoints / (1 + place),
        };
        var rounded = parts.ToDictionary(part => part.Key, part => Math.Round(part.Value, 1), StringComparer.Ordinal);
        return new AssetScore(Math.Round(rounded.Values.Sum(), 1), rounded);
    }

    /// <summary>Nothing is won by more pixels than a screen shows.</summary>
    private static double Resolution(ArtworkOffer offer, AssetShape shape) =>
        offer is { Width: { } width, Height: { } height }
            ? Math.Min(1, (double)width * height / ((double)shape.Width * shape.Height))
            : 0.5;

    private static double Aspect(ArtworkOffer offer, AssetShape shape)
    {
        if (offer is not { Width: > 0 and { } width, Height: > 0 and { } height })
            return 0.5;
        var (is_, wanted) = ((double)width / height, (double)shape.Width / shape.Height);
        return Math.Max(0, 1 - (2 * Math.Abs(1 - (Math.Min(is_, wanted) / Math.Max(is_, wanted)))));
    }

    private static double Language(ArtworkOffer offer, AssetShape shape, IReadOnlyList<string> languages)
    {
        if (offer.Language is not { } said)
            return shape.Text == AssetText.Unwanted ? 1 : 0.6;
        for (var i = 0; i < languages.Count; i++)
            if (said.Equals(languages[i], StringComparison.OrdinalIgnoreCase))
                return (shape.Text == AssetText.Unwanted ? 0.5 : 1) / (1 + (0.3 * i));
        return said == "en" ? 0.4 : 0.1;
    }

    /// <summary>The average drawn to the middle by doubt; of likes only their number counts.</summary>
    private static double Votes(ArtworkOffer offer)
    {
        var votes = Math.Max(0, offer.Votes);
        return offer.Rating is { } rating
            ? ((Math.Clamp(rating / 10, 0, 1) * votes) + (0.4 * VotesOfDoubt)) / (votes + VotesOfDoubt)
            : votes / (votes + VotesOfDoubt);
    }
}

/// <summary>Whether words on a picture are welcome.</summary>
internal enum AssetText
{
    Wanted = 0,
    Unwanted = 1,
}

/// <summary>How large and of what shape a picture of a type is best.</summary>
internal sealed record AssetShape(int Width, int Height, AssetText Text)
{
    /// <summary>Sizes that Kodi and Jellyfin ask for.</summary>
    public static AssetShape Of(string type) =>
        type switch
        {
            AssetTypes.Poster => new(1000, 1500, AssetText.Wanted),
            AssetTypes.KeyArt => new(1000, 1500, AssetText.Unwanted),
            AssetTypes.Fanart => new(1920, 1080, AssetText.Unwanted),
            AssetTypes.Banner => new(1000, 185, AssetText.Wanted),
            AssetTypes.Landscape => new(1000, 562, AssetText.Wanted),
            AssetTypes.ClearLogo => new(800, 310, AssetText.Wanted),
            AssetTypes.ClearArt => new(1000, 562, AssetText.Wanted),
            AssetTypes.CharacterArt => new(512, 512, AssetText.Unwanted),
            _ => new(1000, 1000, AssetText.Wanted),
        };

    /// <summary>How many of a type are picked by themselves.</summary>
    public static int MostOf(string type) => type == AssetTypes.Fanart ? 3 : 1;
}
