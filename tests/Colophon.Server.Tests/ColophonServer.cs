using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Tests.Platform.Live;
using Colophon.Testing.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Colophon.Server.Tests;

/// <summary>
/// The real server in this process, on a free port, with a data folder of its own that goes away with it and an administrator
/// who is signed in. Take it as a class fixture, or start one in a test with <see cref="StartAsync"/>.
/// A warning or error in its log fails the test unless <see cref="Log"/> was told to expect it.
/// </summary>
public sealed class ColophonServer : IAsyncLifetime
{
    private const string Password = "correct horse";
    private readonly Action<WebApplicationBuilder>? adjust;
    private readonly TimeProvider? clock;
    private readonly string? web;
    private readonly NodeRole role;
    private readonly List<TestClient> clients = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-test-");
    private WebApplication? app;
    private int users;

    public ColophonServer()
        : this(null, null) { }

    private ColophonServer(
        TimeProvider? clock,
        Action<WebApplicationBuilder>? adjust,
        string? web = null,
        NodeRole role = NodeRole.PagesAndWork
    )
    {
        this.role = role;
        this.web = web;
        this.clock = clock;
        this.adjust = adjust;
    }

    public ServerLog Log { get; } = new();

    /// <summary>The administrator.</summary>
    public TestClient Admin { get; private set; } = null!;

    public Uri Address => new(app!.Urls.Single());

    public IServiceProvider Services => app!.Services;

    /// <summary>For looking at rows that no endpoint shows.</summary>
    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    /// <summary>The address of its database; null = the file in the data folder.</summary>
    public string? DatabaseAddress { get; private set; }

    public string DataFolder => Path.Combine(folder.FullName, "data");

    /// <summary>As it was started.</summary>
    public ServerOptions Options =>
        new()
        {
            DataFolder = DataFolder,
            Database = DatabaseAddress,
            Role = role,
            Readers = role is NodeRole.Pages ? 0 : ServerOptions.DefaultReaders,
            Urls = ["http://127.0.0.1:0"],
            WebFolder = web ?? Path.Combine(folder.FullName, "web"),
        };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ColophonServer> StartAsync(
        TimeProvider? clock = null,
        Action<WebApplicationBuilder>? adjust = null,
        string? web = null,
        NodeRole role = NodeRole.PagesAndWork
    )
    {
        var server = new ColophonServer(clock, adjust, web, role);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>A server that nobody has set up yet.</summary>
    public static async Task<ColophonServer> StartEmptyAsync(TimeProvider? clock = null)
    {
        var server = new ColophonServer(clock, null);
        await server.RunAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        await RunAsync();
        Admin = Anonymous();
        await Admin.PostAsync("/api/setup", new { username = "admin", password = Password }, expected: 201);
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await StopAsync();
        if (DatabaseAddress is not null)
            await PostgresCluster.DropAsync(DatabaseAddress);
        folder.Delete(recursive: true);
        Log.ThrowIfUnannounced();
    }

    /// <summary>Stops it in good order and starts it again over the same data; signed-in clients stay signed in.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await RunAsync();
        clients.ForEach(client => client.MoveTo(Address));
    }

    /// <summary>Stops it, lets its data be replaced, and starts it again on the database at the address; null = the file.</summary>
    public async Task ReplaceAsync(string? address, Func<Task> replace)
    {
        await StopAsync();
        await replace();
        DatabaseAddress = address;
        await RunAsync();
        clients.ForEach(client => client.MoveTo(Address));
    }

    /// <summary>A client that is not signed in.</summary>
    public TestClient Anonymous()
    {
        var client = new TestClient(Address);
        clients.Add(client);
        return client;
    }

    /// <summary>A new user of this role, signed in. Without libraries he may see all.</summary>
    public async Task<TestClient> AsAsync(string role, params long[]? libraries)
    {
        var username = $"{role}{Interlocked.Increment(ref users)}";
        object access = libraries is { Length: > 0 } ? libraries : "all";
        return await SignedInAsync(username, role, access);
    }

    /// <summary>The same, for a user who may see no library at all.</summary>
    public Task<TestClient> WithoutLibrariesAsync(string role) =>
        SignedInAsync($"{role}{Interlocked.Increment(ref users)}", role, Array.Empty<long>());

    /// <summary>An empty folder for a library; declare books in it and add it with <see cref="LibraryOnDisk.AddAsync"/>.</summary>
    public LibraryOnDisk Library(string name = "Books") =>
        new(this, name, Directory.CreateDirectory(Path.Combine(folder.FullName, "media", name)).FullName);

    /// <summary>A browser's ear of this client's user.</summary>
    internal Task<LiveListener> ListenAsync(TestClient client) =>
        LiveListener.ConnectAsync(
            Address,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Cookie"] = client.CookieHeader },
            Token
        );

    /// <summary>Signs the administrator in anew: sessions end after some weeks.</summary>
    public Task SignInAsync() => Admin.PostAsync("/api/auth/login", new { username = "admin", password = Password });

    private async Task<TestClient> SignedInAsync(string username, string role, object libraryAccess)
    {
        await Admin.PostAsync(
            "/api/users",
            new
            {
                username,
                password = Password,
                role,
                library_access = libraryAccess,
            },
            expected: 201
        );
        var client = Anonymous();
        await client.PostAsync("/api/auth/login", new { username, password = Password });
        return client;
    }

    private async Task RunAsync()
    {
        DataFolderOf(folder);
        DatabaseAddress ??= await TestDatabase.MakeAsync();
        app = Program.Build(Options, Adjust);
        await app.StartAsync(Token);
    }

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddProvider(Log);
        // The true number of rounds costs 50 ms a sign-in and proves nothing here.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        if (clock is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        adjust?.Invoke(builder);
    }

    private async Task StopAsync()
    {
        if (app is null)
            return;
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        app = null;
    }

    private static void DataFolderOf(DirectoryInfo folder) =>
        Colophon.Server.Platform.Hosting.DataFolder.Prepare(Path.Combine(folder.FullName, "data"));
}
