using Colophon.Server.Providers;
using Colophon.Testing.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Providers;

/// <summary>One provider of a real server, asked directly, with a loopback server in the place of the network.</summary>
public sealed class ProviderCalls : IAsyncDisposable
{
    private readonly ColophonServer server;
    private readonly IProvider asked;

    private ProviderCalls(ColophonServer server, LoopbackServer network, IProvider provider) =>
        (this.server, Network, asked, Provider) = (server, network, provider, new FrankProvider(provider));

    /// <summary>What stands for the provider.</summary>
    public LoopbackServer Network { get; }

    public IProvider Provider { get; }

    public ServerLog Log => server.Log;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="key">Stored in its settings.</param>
    public static async Task<ProviderCalls> StartAsync(string name, string? key = null, TimeProvider? clock = null)
    {
        var started = await ColophonServer.StartAsync(clock);
        var network = await LoopbackServer.StartAsync();
        var provider = started.Services.GetRequiredService<ProviderList>().Find(name).ShouldNotBeNull();
        await started.Admin.PutAsync(
            $"/api/providers/{name}",
            new
            {
                enabled = true,
                address = network.Address,
                key,
                limit = new { requests = 0, seconds = 1 },
            }
        );
        return new ProviderCalls(started, network, provider);
    }

    /// <summary>A session as a job opens one.</summary>
    public Task<ProviderSession> OpenAsync(SessionWishes? wishes = null) =>
        server.Services.GetRequiredService<ProviderSessions>().OpenAsync(asked, wishes ?? new SessionWishes(), Token);

    public async ValueTask DisposeAsync()
    {
        await Network.DisposeAsync();
        await server.DisposeAsync();
    }
}
