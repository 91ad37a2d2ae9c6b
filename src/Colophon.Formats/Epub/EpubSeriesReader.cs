using System.Globalization;
using Colophon.Formats.Text;

namespace Colophon.Formats.Epub;

/// <summary>
/// Series from EPUB 3 collections (appendix D.3: <c>belongs-to-collection</c> with type series, or with a position and no
/// type) and from calibre's metas. A series both of them name is one.
/// </summary>
internal static class EpubSeriesReader
{
    private const int NameLimit = 500;
    private const int Limit = 50;

    public static IReadOnlyList<EpubSeries> Of(PackageDocument package)
    {
        var series = new List<EpubSeries>();
        foreach (EpubSeries place in Collections(package).Concat(Calibre(package)))
        {
            string key = TextKeys.NameKey(place.Name);
            int known = series.FindIndex(other => TextKeys.NameKey(other.Name) == key);
            if (known >= 0)
            {
                series[known] = series[known] with { Number = series[known].Number ?? place.Number };
            }
            else if (key.Length > 0 && series.Count < Limit)
            {
                series.Add(place);
            }
        }

        return series;
    }

    private static IEnumerable<EpubSeries> Collections(PackageDocument package)
    {
        foreach (PackageMeta meta in package.Metas)
        {
            if (meta.Property != "belongs-to-collection")
            {
                continue;
            }

            string? type = package.Refinement(meta.Id, "collection-type");
            double? position = Number(package.Refinement(meta.Id, "group-position"));
            if (type == "series" || (type is null && position is not null))
            {
                yield return new EpubSeries(CleanText.Line(meta.Text, NameLimit), position);
            }
        }
    }

    /// <summary>The index belongs to the series named before it.</summary>
    private static IEnumerable<EpubSeries> Calibre(PackageDocument package)
    {
        string? name = null;
        double? number = null;
        foreach (PackageMeta meta in package.Metas)
        {
            switch (meta.Name ?? meta.Property)
            {
                case "calibre:series":
                    if (name is not null)
                    {
                        yield return new EpubSeries(name, number);
                        number = null;
                    }

                    name = CleanText.Line(meta.Text, NameLimit);
                    break;
                case "calibre:series_index":
                    number = Number(meta.Text);
                    break;
            }
        }

        if (name is not null)
        {
            yield return new EpubSeries(name, number);
        }
    }

    private static double? Number(string? text)
    {
        string plain = (text ?? "").Trim().Replace(',', '.');
        return
            double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number is >= 0 and < 1e9
            ? number
            : null;
    }
}
