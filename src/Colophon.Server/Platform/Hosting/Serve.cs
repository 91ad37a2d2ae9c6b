using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Colophon.Server.Platform.Hosting;

/// <summary>Runs the server until it is told to stop.</summary>
internal static partial class Serve
{
    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(
                $"{taken.Message} Stop the other program or choose another address with --urls."
            );
        }
        var addresses =
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        LogListening(
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Colophon"),
            string.Join(" ", addresses)
        );
        await app.WaitForShutdownAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Colophon listens on {Addresses}")]
    private static partial void LogListening(ILogger log, string addresses);
}
