namespace Colophon.Formats.Media.Codecs;

/// <summary>Rates of pictures as people know them.</summary>
internal static class Rates
{
    /// <summary>To three decimals; null for what no film has.</summary>
    public static double? Rounded(double? rate) => rate is > 0.001 and < 10_000 ? Math.Round(rate.Value, 3) : null;
}
