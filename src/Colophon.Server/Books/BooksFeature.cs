using Colophon.Server.Books.Downloads;
using Colophon.Server.Books.Formats;
using Colophon.Server.Books.Pages;
using Colophon.Server.Books.Sidecars;
using Colophon.Server.Scanning;
using Colophon.Server.Sidecars;

namespace Colophon.Server.Books;

public static class BooksFeature
{
    public static IServiceCollection AddBooks(this IServiceCollection services)
    {
        foreach (var audio in AudioFormat.All)
            services.AddSingleton<IBookFormat>(audio);
        return services
            .AddSingleton<IBookFormat, EpubFormat>()
            .AddSingleton<IBookFormat, PdfFormat>()
            .AddSingleton<ComicFiles>()
            .AddSingleton<IBookFormat, CbzFormat>()
            .AddSingleton<IBookFormat, CbrFormat>()
            .AddSingleton<IBookFormat, Cb7Format>()
            .AddSingleton<ComicPageSource>()
            .AddSingleton<IUnitReader, BookUnitReader>()
            .AddSingleton<IPathExplainer, BookPathExplainer>()
            .AddSingleton<DownloadFile>()
            .AddSingleton<IMetadataCopy, EpubCopy>()
            .AddSingleton<IMetadataCopy, ComicCopy>()
            .AddSingleton<IMetadataCopy, AudioCopy>()
            .AddSingleton<ISidecarSource, BookSidecars>();
    }
}
