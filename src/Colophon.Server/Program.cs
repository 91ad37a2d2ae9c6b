using Colophon.Jobs;
using Colophon.Server;
using Colophon.Server.Access;
using Colophon.Server.Activity;
using Colophon.Server.Artwork;
using Colophon.Server.Books;
using Colophon.Server.Catalog;
using Colophon.Server.Export;
using Colophon.Server.Libraries;
using Colophon.Server.Movies;
using Colophon.Server.Music;
using Colophon.Server.Nfo;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;
using Colophon.Server.Platform.Native;
using Colophon.Server.Providers;
using Colophon.Server.Scanning;
using Colophon.Server.Settings;
using Colophon.Server.Shows;
using Colophon.Server.Sidecars;

return await CommandLine.RunAsync(args, options => Build(options), ProbeCommand.Make());

/// <summary>The table of contents: the command line starts it, the tests build it with a clock or a log of their own.</summary>
public static partial class Program
{
    internal static WebApplication Build(ServerOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = ServerHost.CreateBuilder(options);
        builder.Services.AddHttpPlatform();
        builder.Services.AddStore(options);
        builder.Services.AddJobs(new() { Readers = options.Readers, Version = ServerOptions.Version });
        builder.Services.AddHosting();
        builder.Services.AddAccess();
        builder.Services.AddSettings();
        builder.Services.AddLive();
        builder.Services.AddArtwork();
        builder.Services.AddCatalog();
        builder.Services.AddLibraries();
        builder.Services.AddScanning();
        builder.Services.AddSidecars();
        builder.Services.AddNfo();
        builder.Services.AddProviders();
        builder.Services.AddBooks();
        builder.Services.AddMovies();
        builder.Services.AddShows();
        builder.Services.AddMusic();
        builder.Services.AddActivity();
        builder.Services.AddExport();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseHttpPlatform();
        app.MapHealth();
        if (options.Role is not NodeRole.Work)
            app.MapPages();
        app.UseDeclaredEndpoints();
        return app;
    }
}
