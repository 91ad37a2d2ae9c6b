using System.Net.WebSockets;
using System.Reflection;
using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Platform.Live;

[Trait("Req", "C12")]
public sealed class LiveHubTests : IAsyncLifetime
{
    private WebApplication server = null!;

    private LiveEvents Events => server.Services.GetRequiredService<LiveEvents>();

    private Uri Address => new(server.Urls.Single());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = new ServerOptions { DataFolder = Path.GetTempPath(), Urls = ["http://127.0.0.1:0"] };
        var builder = ServerHost.CreateBuilder(options);
        builder.Services.AddHttpPlatform();
        builder.Services.AddLive();
        builder.Services.AddSingleton<ICallerSource, CallerFromHeader>();
        builder.Services.AddSingleton<IDatabase, NoDatabase>();
        server = builder.Build();
        server.UseHttpPlatform();
        server.MapLive();
        await server.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_listener_is_told_in_order_and_only_of_libraries_it_sees()
    {
        await using var listener = await ListenAsync("7");
        Events.Publish("scan:phase", 8, new { Phase = "scanning" });
        Events.Publish("scan:phase", 7, new { Phase = "caching" });
        Events.Publish("scan:completed", null, new { Status = "completed" });
        var first = await listener.NextAsync(_ => true, Token);
        first.Payload.GetRawText().ShouldBe("""{"seq":2,"phase":"caching"}""");
        (await listener.NextAsync(_ => true, Token)).Seq.ShouldBe(3);
    }

    [Fact]
    public async Task Who_loses_access_is_cut_off()
    {
        await using var listener = await ListenAsync("7");
        await using var other = await ListenAsync("8", user: 2);
        server.Services.GetRequiredService<LiveConnections>().AccessChanged(1, AccessNews.MadeHere);
        await listener.Closed.WaitAsync(Token);
        Events.Publish("scan:phase", 8, new { });
        (await other.NextAsync("scan:phase", Token)).Seq.ShouldBe(1);
    }

    [Fact]
    public async Task A_listener_that_does_not_listen_holds_up_nobody_and_is_cut_off()
    {
        using var deaf = new ClientWebSocket();
        deaf.Options.SetRequestHeader(CallerFromHeader.Libraries, "7");
        await deaf.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = LiveHub.Address }.Uri, Token);
        await deaf.SendAsync(
            "{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(),
            WebSocketMessageType.Text,
            endOfMessage: true,
            Token
        );
        await using var listener = await ListenAsync("7");
        var connections = server.Services.GetRequiredService<LiveConnections>();
        var text = new string('x', 8_000);
        for (var burst = 1; connections.Count > 1; burst++)
        {
            burst.ShouldBeLessThan(200, "the deaf one is still connected");
            for (var number = 0; number < 200; number++)
                Events.Publish("scan:phase", 7, new { Text = text });
            await listener.NextAsync(heard => heard.Seq == burst * 200, Token);
        }
        listener.Closed.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_of_another_site_and_a_token_in_the_address_are_refused()
    {
        using var http = new HttpClient { BaseAddress = Address };
        (await NegotiateAsync(http, "http://evil.example")).ShouldBe(StatusCodes.Status403Forbidden);
        (await NegotiateAsync(http, "null")).ShouldBe(StatusCodes.Status403Forbidden);
        (await NegotiateAsync(http, Address.GetLeftPart(UriPartial.Authority))).ShouldBe(StatusCodes.Status200OK);
        var withToken = await http.PostAsync(
            new Uri("api/live/negotiate?access_token=1", UriKind.Relative),
            null,
            Token
        );
        ((int)withToken.StatusCode).ShouldBe(StatusCodes.Status401Unauthorized);
    }

    [Fact]
    public async Task What_was_missed_is_asked_for_by_number_and_epoch()
    {
        await using var listener = await ListenAsync("7");
        for (var number = 0; number < 4; number++)
            Events.Publish("scan:phase", number < 3 ? 7 : 8, new { Number = number });
        await listener.NextAsync(heard => heard.Seq == 3, Token);
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Add(CallerFromHeader.Libraries, "7");
        var epoch = server.Services.GetRequiredService<EventRing>().Epoch;
        var missed = await http.GetStringAsync(new Uri($"api/events?after=1&epoch={epoch}", UriKind.Relative), Token);
        missed.ShouldStartWith(
            $$"""{"epoch":"{{epoch}}","seq":4,"reset":false,"events":[{"seq":2,"name":"scan:phase","at":"""
        );
        missed.ShouldEndWith(",\"payload\":{\"seq\":3,\"number\":2}}]}");
        var other = await http.GetStringAsync(new Uri("api/events?after=1&epoch=x", UriKind.Relative), Token);
        other.ShouldBe($$"""{"epoch":"{{epoch}}","seq":4,"reset":true,"events":[]}""");
    }

    [Fact]
    [Trait("Req", "A2")]
    public async Task Watching_a_job_needs_the_permission()
    {
        await using var listener = await ListenAsync("7", permissions: "books:read");
        var refused = await Should.ThrowAsync<HubException>(() => listener.WatchAsync(1, Token));
        refused.Message.ShouldContain("permission");
    }

    [Fact]
    public void Every_hub_method_says_whom_it_lets_in() =>
        typeof(LiveHub)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType == typeof(LiveHub))
            .ShouldAllBe(method => method.GetCustomAttribute<HubAccessAttribute>() != null);

    private Task<LiveListener> ListenAsync(string libraries, int user = 1, string permissions = Permissions.JobsRead) =>
        LiveListener.ConnectAsync(
            Address,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [CallerFromHeader.Libraries] = libraries,
                [CallerFromHeader.User] = $"{user}",
                [CallerFromHeader.Permissions] = permissions,
            },
            Token
        );

    private static async Task<int> NegotiateAsync(HttpClient http, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/live/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        request.Headers.Add(CallerFromHeader.Libraries, "7");
        using var answer = await http.SendAsync(request, Token);
        return (int)answer.StatusCode;
    }

    private sealed class CallerFromHeader : ICallerSource
    {
        public const string Libraries = "X-Test-Libraries";
        public const string User = "X-Test-User";
        public const string Permissions = "X-Test-Permissions";

        public ValueTask<SignIn?> FindAsync(HttpContext context, CancellationToken cancellationToken)
        {
            var headers = context.Request.Headers;
            if (!headers.TryGetValue(Libraries, out var libraries))
                return ValueTask.FromResult<SignIn?>(null);
            var caller = new Caller(
                headers.TryGetValue(User, out var user) ? long.Parse(user.ToString()) : 1,
                "reader",
                "viewer",
                new HashSet<string>([headers[Permissions].ToString()], StringComparer.Ordinal),
                new HashSet<long>([long.Parse(libraries.ToString())])
            );
            return ValueTask.FromResult<SignIn?>(new SignIn(caller, SignInMeans.Cookie));
        }

        public ValueTask<Caller> NarrowAsync(Caller caller, string permission, CancellationToken cancellationToken) =>
            ValueTask.FromResult(caller);
    }

    private sealed class NoDatabase : IDatabase
    {
        public SqlDialect Dialect => SqlDialect.Sqlite;

        public INodeMessages? Messages => null;

        public TroubleKind? Diagnose(Exception error) => null;

        public EngineTrouble? Trouble => null;

        public IUpkeep Upkeep => throw new NotSupportedException();

        public Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<T> WriteAsync<T>(Func<Commit, T> work, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<T> ReadAsync<T>(
            Func<System.Data.Common.DbConnection, Task<T>> read,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
