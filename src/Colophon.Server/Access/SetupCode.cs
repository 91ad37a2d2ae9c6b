using System.Net;
using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Access;

/// <summary>
/// Until there is a user, anyone who reaches the server could become its administrator. From this machine that is the person at it;
/// from elsewhere it must be somebody who can read the server's log.
/// </summary>
internal sealed partial class SetupCode(IDatabase database, ServerOptions options, ILogger<SetupCode> log)
    : IHostedService
{
    private readonly string code = Secrets.NewSetupCode();
    private int told;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var needed = !await database.ReadAsync(connection => Task.FromResult(Users.Any(connection)), cancellationToken);
        if (needed && options.Urls.Any(url => !IsLoopbackUrl(url)))
            Tell();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether this request may set up: from this machine by its own name, or with the code.</summary>
    public bool Admits(HttpContext context, string? given)
    {
        if (IsLocal(context) || (given is not null && Secrets.Same(given.Trim().ToUpperInvariant(), code)))
            return true;
        Tell();
        return false;
    }

    // The host is looked at too: a foreign page can make a browser on this machine call us under a name of its own.
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLoopbackHost(context.Request.Host.Host);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopbackUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsLoopbackHost(uri.Host);

    private void Tell()
    {
        if (Interlocked.Exchange(ref told, 1) == 0)
            LogCode(code);
    }

    [LoggerMessage(LogLevel.Information, "To set Colophon up from another machine, enter the code {Code}")]
    private partial void LogCode(string code);
}
