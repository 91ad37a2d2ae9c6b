using Colophon.Jobs;
using Colophon.Server;
using Colophon.Server.Access;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;
using Colophon.Server.Platform.Native;
using Colophon.Server.Settings;

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
        builder.Services.AddFeatures();
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
