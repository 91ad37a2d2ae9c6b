using System.Text.Json.Nodes;
using Colophon.Server.Platform.Hosting;
using Colophon.Testing;

namespace Colophon.Server.Tests.Nodes;

/// <summary>The list of nodes that an administrator sees.</summary>
public sealed class NodeListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_lists_itself_with_its_heartbeat_and_load()
    {
        await using var server = await ColophonServer.StartAsync();

        // A node that has just started has some housekeeping to do.
        JsonNode node = null!;
        await JobProbe.Until(
            async () => (int?)(node = (await NodesAsync(server)).ShouldHaveSingleItem())["running"] == 0,
            "it rests",
            Token
        );

        ((string?)node["version"]).ShouldBe(ServerOptions.Version);
        ((string?)node["host"]).ShouldBe(Environment.MachineName);
        ((string?)node["state"]).ShouldBe("alive");
        ((bool?)node["is_this"]).ShouldBe(true);
        ((int?)node["readers"]).ShouldBe(ServerOptions.DefaultReaders);
        var started = (DateTimeOffset)node["started_at"]!;
        started.ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(5));
        ((DateTimeOffset)node["heartbeat_at"]!).ShouldBeGreaterThanOrEqualTo(started);
    }

    [Fact]
    [Trait("Req", "D5")]
    public async Task All_nodes_of_a_database_are_listed_until_they_stop()
    {
        Assert.SkipUnless(TestDatabase.IsShared, "A database of its own has one process.");
        await using var pages = await ColophonServer.StartAsync(role: NodeRole.Pages);
        await using var worker = Program.Build(
            new()
            {
                DataFolder = pages.DataFolder,
                Database = pages.DatabaseAddress,
                Role = NodeRole.Work,
                Readers = 2,
                Urls = ["http://127.0.0.1:0"],
            }
        );
        await worker.StartAsync(Token);

        var nodes = await NodesAsync(pages);

        nodes.Select(node => (int)node["readers"]!).ShouldBe([0, 2]);
        nodes.Select(node => (bool)node["is_this"]!).ShouldBe([true, false]);
        nodes.ShouldAllBe(node => (string?)node["state"] == "alive");
        nodes.Select(node => (string)node["id"]!).ShouldBeUnique();

        await worker.StopAsync(Token);
        ((int?)(await NodesAsync(pages)).ShouldHaveSingleItem()["readers"]).ShouldBe(0);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("editor")]
    public async Task Nodes_and_system_are_shown_to_administrators_only(string role)
    {
        await using var server = await ColophonServer.StartAsync();
        var user = await server.AsAsync(role);

        (await user.SendAsync("GET", "/api/nodes")).ExpectProblem(403, "forbidden");
        (await user.SendAsync("GET", "/api/system")).ExpectProblem(403, "forbidden");
    }

    [Fact]
    public async Task The_database_is_named_by_its_kind_and_without_a_password()
    {
        await using var server = await ColophonServer.StartAsync();

        var database = (await server.Admin.GetAsync("/api/system"))["database"]!;

        ((string?)database["kind"]).ShouldBe(TestDatabase.IsShared ? "postgres" : "sqlite");
        ((string?)database["name"]).ShouldBe(
            TestDatabase.IsShared
                ? $"postgres://{new Uri(server.DatabaseAddress!).Authority}{new Uri(server.DatabaseAddress!).AbsolutePath}"
                : Path.Combine(server.DataFolder, "colophon.db")
        );
    }

    private static async Task<IReadOnlyList<JsonNode>> NodesAsync(ColophonServer server) =>
        [.. (await server.Admin.GetAsync("/api/nodes"))["nodes"]!.AsArray().Select(node => node!)];
}
