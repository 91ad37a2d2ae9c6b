using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Nodes;

/// <summary>From the database file to PostgreSQL, ids kept and nothing lost.</summary>
public sealed class MoveTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Req", "D5")]
    public async Task A_server_goes_on_after_the_move_as_if_nothing_had_been()
    {
        Assert.SkipWhen(TestDatabase.IsShared, "It moves from the file.");
        await using var server = await ColophonServer.StartAsync();
        var library = server.Library().With("A/One/One.epub", EpubBuilder.Titled("One").By("Ann Author"));
        library.With("B/Two/Two.epub", EpubBuilder.Titled("Zwei Bücher"));
        await library.AddAsync();
        await library.ScanAsync();
        var before = await server.Admin.GetAsync("/api/books");
        var id = (long)before["books"]![0]!["id"]!;
        await server.Admin.PatchAsync($"/api/books/{id}", new { title = "By hand" });
        before = await server.Admin.GetAsync($"/api/books/{id}");
        var jobs = await server.Admin.GetAsync("/api/jobs");

        var address = await PostgresCluster.CreateAsync("empty", _ => Task.CompletedTask);
        await server.ReplaceAsync(address, () => MoveAsync(server.Options.DatabaseFile, address));

        (await server.Admin.GetAsync($"/api/books/{id}")).ToJsonString().ShouldBe(before.ToJsonString());
        (await server.Admin.GetAsync("/api/jobs")).ToJsonString().ShouldBe(jobs.ToJsonString());
        ((long)(await server.Admin.GetAsync("/api/books?q=bucher"))["total"]!).ShouldBe(1);
        library.With("C/Three/Three.epub", EpubBuilder.Titled("Three"));
        await library.ScanAsync();
        (await library.TitlesAsync()).ShouldBe(["By hand", "Three", "Zwei Bücher"], ignoreOrder: true);
    }

    private static async Task MoveAsync(string file, string address)
    {
        await using var source = SqliteDatabase.Open(file, TimeProvider.System, NullLogger<SqliteDatabase>.Instance);
        await using var target = PostgresDatabase.Open(
            address,
            TimeProvider.System,
            NullLogger<PostgresDatabase>.Instance
        );
        var moved = await MoveDatabase.RunAsync(source, target, address, Token);
        moved.ShouldContain(table => table.Name == "items" && table.Rows == 2);
        await Should.ThrowAsync<TargetNotEmptyException>(() => MoveDatabase.RunAsync(source, target, address, Token));
    }
}
