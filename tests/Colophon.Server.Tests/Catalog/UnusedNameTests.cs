using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Catalog;

public sealed class UnusedNameTests
{
    [Fact]
    public async Task A_name_nobody_carries_goes_after_thirty_days_unless_it_was_edited_or_aliased()
    {
        var clock = new TestClock();
        await using var server = await ColophonServer.StartAsync(clock);
        await server.Database.WriteAsync(
            commit =>
                commit.Connection.Execute(
                    """
                    insert into libraries (id, name, type, options, created_at, updated_at) values (1, 'L', 'book', '{}', 0, 0);
                    insert into people (id, library_id, name, name_key, sort_name, edited) values
                        (1, 1, 'Gone', 'gone', 'Gone', 0), (2, 1, 'Edited', 'edited', 'Edited', 1), (3, 1, 'Aliased', 'aliased', 'Aliased', 0),
                        (4, 1, 'Used', 'used', 'Used', 0);
                    insert into people_aliases (library_id, name_key, name, person_id) values (1, 'other', 'Other', 3);
                    insert into items (id, library_id, kind, identity_key, title, title_key, state, metadata, sources, added_at, updated_at)
                        values (1, 1, 'book', 'b', 'B', 'b', 'discovered', '{}', '{}', 0, 0);
                    insert into item_people (item_id, person_id, role, position) values (1, 4, 'author', 0)
                    """,
                    transaction: commit.Transaction
                ),
            TestContext.Current.CancellationToken
        );

        await PruneAsync(server);
        (await PeopleAsync(server)).ShouldBe([1, 2, 3, 4]);

        clock.Leap(TimeSpan.FromDays(29));
        await PruneAsync(server);
        (await PeopleAsync(server)).ShouldBe([1, 2, 3, 4]);

        clock.Leap(TimeSpan.FromDays(2));
        await PruneAsync(server);
        (await PeopleAsync(server)).ShouldBe([2, 3, 4]);
    }

    private static async Task PruneAsync(ColophonServer server)
    {
        var job = await server.Database.WriteAsync(
            commit => commit.Insert([JobRequest.For(JobTypes.Prune, JobQueues.General, new LibraryJobData(null))])[0],
            TestContext.Current.CancellationToken
        );
        await JobProbe.Until(
            async () => (string?)(await server.Admin.GetAsync($"/api/jobs/{job}"))["status"] == "completed",
            "the end of pruning",
            TestContext.Current.CancellationToken
        );
    }

    private static Task<List<long>> PeopleAsync(ColophonServer server) =>
        server.Database.ReadAsync(
            async connection => (await connection.QueryAsync<long>("select id from people order by id")).ToList(),
            TestContext.Current.CancellationToken
        );
}
