using System.Globalization;
using Colophon.Testing;

namespace Colophon.Bench.Demo;

/// <summary>A few comics of the public domain with drawn pages: CBZ with and without ComicInfo, a CBR, and one read from the right.</summary>
internal static class DemoComics
{
    private const int PageWidth = 600;
    private const int PageHeight = 900;
    private const int Pages = 6;
    private const int FirstSeed = 5000;

    public static void Write(string root)
    {
        for (var number = 1; number <= 3; number++)
            Write(root, $"Little Nemo/Little Nemo {number:000} (1905).cbz", Nemo(number).Build());
        Write(root, "Krazy Kat/Krazy Kat v01 (1916).cbz", Comic(FirstSeed + 100).Build());
        Write(root, "Krazy Kat/Krazy Kat v02 (1917).cbr", StoredRar.Of([.. Drawn(FirstSeed + 200)]));
        var manga = Comic(FirstSeed + 300).Info("Series", "Norakuro").Info("Volume", "1");
        Write(root, "Norakuro/Norakuro v01.cbz", manga.Info("Manga", "YesAndRightToLeft").Build());
    }

    private static CbzBuilder Nemo(int number) =>
        Comic(FirstSeed + (10 * number))
            .Info("Title", $"Slumberland, Night {number}")
            .Info("Series", "Little Nemo in Slumberland")
            .Info("Number", number.ToString(CultureInfo.InvariantCulture))
            .Info("Volume", "1905")
            .Info("Writer", "Winsor McCay")
            .Info("Penciller", "Winsor McCay")
            .Info("Publisher", "New York Herald")
            .Info("Year", "1905")
            .Info("Genre", "Fantasy")
            .Info("LanguageISO", "en");

    private static CbzBuilder Comic(int seed) =>
        Drawn(seed).Aggregate(CbzBuilder.Empty(), (comic, page) => comic.Entry(page.Name, page.Content));

    private static IEnumerable<(string Name, byte[] Content)> Drawn(int seed) =>
        Enumerable
            .Range(0, Pages)
            .Select(page => ($"page {page + 1}.png", TinyPng.Cover(PageWidth, PageHeight, seed + page)));

    private static void Write(string root, string relative, byte[] content)
    {
        var path = Path.Combine(root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
