using Colophon.Server.Activity;
using Colophon.Server.Artwork;
using Colophon.Server.Books;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment;
using Colophon.Server.Export;
using Colophon.Server.Libraries;
using Colophon.Server.Movies;
using Colophon.Server.Music;
using Colophon.Server.Nfo;
using Colophon.Server.Providers;
using Colophon.Server.Publishing;
using Colophon.Server.Scanning;
using Colophon.Server.Shows;
using Colophon.Server.Sidecars;

namespace Colophon.Server;

/// <summary>What every node is made of, whether it serves pages or works: the table of contents of the features.</summary>
internal static class Features
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddArtwork();
        services.AddCatalog();
        services.AddLibraries();
        services.AddEnrichment();
        services.AddScanning();
        services.AddSidecars();
        services.AddNfo();
        services.AddPublishing();
        services.AddProviders();
        services.AddBooks();
        services.AddMovies();
        services.AddShows();
        services.AddMusic();
        services.AddActivity();
        services.AddExport();
    }
}
