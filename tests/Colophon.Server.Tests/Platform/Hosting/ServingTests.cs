using System.Diagnostics;
using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;
using Colophon.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Tests.Platform.Hosting;

public sealed class ServingTests
{
    [Fact]
    public async Task Probes_and_figures_answer_without_a_session()
    {
        await using var server = await ColophonServer.StartAsync();
        var client = server.Anonymous();

        (await client.SendAsync("GET", "/health/live")).Expect(200);
        (await client.SendAsync("GET", "/health/ready")).Expect(200);
        var figures = (await client.SendAsync("GET", "/metrics")).Body;
        figures.ShouldContain("http_server_request_duration_seconds_count{");
        figures.ShouldContain("# TYPE dotnet_process_memory_working_set_bytes gauge");
        figures.ShouldNotContain("admin");
    }

    [Fact]
    public async Task A_database_in_trouble_is_not_ready_and_says_why()
    {
        var trouble = new EngineTrouble("disk_full", "The disk is full.", DateTimeOffset.UnixEpoch);
        await using var server = await ColophonServer.StartAsync(adjust: builder =>
            Replace(builder, real => new Adjusted(real, trouble, real.Upkeep))
        );

        var answer = await server.Anonymous().SendAsync("GET", "/health/ready");

        answer.ExpectProblem(503, "disk_full").Detail.ShouldBe("The disk is full.");
        (await server.Anonymous().SendAsync("GET", "/health/live")).Expect(200);
        var system = await server.Admin.GetAsync("/api/system");
        ((string?)system["database"]!["trouble"]!["code"]).ShouldBe("disk_full");
    }

    [Fact]
    public async Task What_strains_the_database_is_shown_and_stands_in_the_log_while_it_lasts()
    {
        var clock = new TestClock();
        await using var server = await ColophonServer.StartAsync(
            clock,
            builder =>
                Replace(builder, real => new Adjusted(real, trouble: null, new Strained("A transaction is left open.")))
        );
        server.Log.Expect("A transaction is left open.");

        var system = await server.Admin.GetAsync("/api/system");
        var database = system["checks"]!.AsArray().Where(check => (string?)check!["name"] == "database");
        database.Select(check => (string?)check!["verdict"]).ShouldBe(["well", "strained"]);

        clock.Advance(TimeSpan.FromMinutes(5));

        await JobProbe.Until(
            () => server.Log.Lines.Any(line => line.Contains("strained: A transaction is left open.")),
            "it stands in the log",
            TestContext.Current.CancellationToken
        );
    }

    [Fact]
    public async Task The_system_page_tells_versions_tools_and_folders()
    {
        await using var server = await ColophonServer.StartAsync();

        var system = await server.Admin.GetAsync("/api/system");

        ((string?)system["version"]).ShouldBe(ServerOptions.Version);
        var names = system["checks"]!.AsArray().Select(check => (string)check!["name"]!).ToList();
        names.ShouldBeUnique();
        foreach (
            var name in (string[])
                ["libvips", "libarchive", "ffprobe", "poppler", "data folder", "media root", "database"]
        )
            names.ShouldContain(name);
    }

    [Fact]
    public async Task A_setting_is_changed_kept_and_checked()
    {
        await using var server = await ColophonServer.StartAsync();
        ((string?)(await server.Admin.GetAsync("/api/settings"))["instance_name"]).ShouldBe("Colophon");

        await server.Admin.PatchAsync("/api/settings", new { instance_name = " Our books " });
        await server.RestartAsync();

        ((string?)(await server.Admin.GetAsync("/api/settings"))["instance_name"]).ShouldBe("Our books");
        (await server.Admin.SendAsync("PATCH", "/api/settings", new { instance_name = "" }))
            .ExpectProblem(400, "validation_failed")
            .Fields.ShouldBe(["instance_name"]);
    }

    [Fact]
    public async Task It_stops_within_five_seconds()
    {
        await using var server = await ColophonServer.StartAsync();
        var start = Stopwatch.GetTimestamp();

        await server.RestartAsync();

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Two_servers_do_not_share_a_data_folder()
    {
        Assert.SkipWhen(TestDatabase.IsShared, "On PostgreSQL they do.");
        await using var server = await ColophonServer.StartAsync();
        var options = new ServerOptions { DataFolder = server.DataFolder, Urls = ["http://127.0.0.1:0"] };
        await using var second = Program.Build(options);

        var refused = await Should.ThrowAsync<StartRefusedException>(() =>
            second.StartAsync(TestContext.Current.CancellationToken)
        );

        refused.Message.ShouldContain("data folder");
    }

    /// <summary>A server on a database with another face. Its worker, which needs the real one, does not run.</summary>
    private static void Replace(WebApplicationBuilder builder, Func<IDatabase, IDatabase> adjust)
    {
        var real = builder.Services.Last(service => service.ServiceType == typeof(IDatabase)).ImplementationFactory!;
        builder.Services.Replace(ServiceDescriptor.Singleton<IDatabase>(provider => adjust((IDatabase)real(provider))));
        builder.Services.RemoveAll<Worker>();
        foreach (var worker in builder.Services.Where(IsWorker).ToList())
            builder.Services.Remove(worker);
    }

    private static bool IsWorker(ServiceDescriptor service) =>
        service is { ServiceType.Name: "IHostedService", ImplementationFactory: { } make }
        && make.Method.Module.Assembly == typeof(IDatabase).Assembly;

    private sealed class Adjusted(IDatabase real, EngineTrouble? trouble, IUpkeep upkeep) : IDatabase
    {
        public SqlDialect Dialect => real.Dialect;

        public INodeMessages? Messages => real.Messages;

        public TroubleKind? Diagnose(Exception error) => real.Diagnose(error);

        public EngineTrouble? Trouble => trouble;

        public IUpkeep Upkeep => upkeep;

        public Task<IReadOnlyList<Node>> NodesAsync(CancellationToken cancellationToken) =>
            real.NodesAsync(cancellationToken);

        public Task<T> WriteAsync<T>(Func<Commit, T> work, CancellationToken cancellationToken) =>
            real.WriteAsync(work, cancellationToken);

        public Task<T> ReadAsync<T>(
            Func<System.Data.Common.DbConnection, Task<T>> read,
            CancellationToken cancellationToken
        ) => real.ReadAsync(read, cancellationToken);

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }

    private sealed class Strained(string strain) : IUpkeep
    {
        public bool Leads => true;

        public Task<IReadOnlyList<string>> StrainsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([strain]);

        public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
