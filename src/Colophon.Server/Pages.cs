using Colophon.Server.Access;
using Colophon.Server.Activity;
using Colophon.Server.Artwork;
using Colophon.Server.Books;
using Colophon.Server.Catalog;
using Colophon.Server.Enrichment.Review;
using Colophon.Server.Export;
using Colophon.Server.Libraries;
using Colophon.Server.Movies;
using Colophon.Server.Music;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;
using Colophon.Server.Providers;
using Colophon.Server.Publishing;
using Colophon.Server.Scanning;
using Colophon.Server.Search;
using Colophon.Server.Settings;
using Colophon.Server.Shows;

namespace Colophon.Server;

/// <summary>What a node answers that serves pages: the table of contents of the API.</summary>
internal static class Pages
{
    public static void MapPages(this WebApplication app)
    {
        app.MapApiDescription();
        app.MapAccess();
        app.MapSettings();
        app.MapProviders();
        app.MapEnrichment();
        app.MapLive();
        app.MapArtwork();
        app.MapActivity();
        app.MapExport();
        app.MapLibraries();
        app.MapPublishing();
        app.MapScanning();
        app.MapItems();
        app.MapCatalog();
        app.MapSearch();
        app.MapBooks();
        app.MapMovies();
        app.MapShows();
        app.MapMusic();
    }
}
