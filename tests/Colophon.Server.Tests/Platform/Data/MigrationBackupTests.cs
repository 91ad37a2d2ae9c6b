using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Platform.Data;

/// <summary>Migrations cannot be undone, so the file is kept as it was.</summary>
public sealed class MigrationBackupTests
{
    private static readonly IReadOnlyList<Migrations.Script> All = Migrations.Scripts(SqlDialect.Sqlite);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_kept_as_it_was_before_migrations_change_it()
    {
        Assert.SkipWhen(TestDatabase.IsShared, "Backups of a shared database are its keeper's.");
        await using var server = await ColophonServer.StartAsync();
        Kept(server).ShouldBeEmpty();

        await server.ReplaceAsync(null, () => MakeEarlierAsync(server.Options.DatabaseFile));

        var backup = $"{server.Options.DatabaseFile}.before-{All[^1].Name.Split('_')[0]}";
        Kept(server).ShouldBe([backup]);
        server.Log.Lines.ShouldContain(line => line.Contains(backup, StringComparison.Ordinal));
        await using (var file = SqliteFile.OpenToRead(backup))
        {
            (await file.ExecuteScalarAsync<string>("select value from settings where key = 'kept'")).ShouldBe("yes");
            (await file.ExecuteScalarAsync<string>("select max(name) from migrations")).ShouldBe(All[^2].Name);
        }
        File.Delete(backup);
        await server.RestartAsync();
        Kept(server).ShouldBeEmpty("nothing was to change");
    }

    [Fact]
    public async Task Of_such_backups_the_newest_three_are_kept()
    {
        Assert.SkipWhen(TestDatabase.IsShared, "Backups of a shared database are its keeper's.");
        await using var server = await ColophonServer.StartAsync();

        await server.ReplaceAsync(
            null,
            async () =>
            {
                foreach (var number in (string[])["20200101000000", "20210101000000", "20220101000000"])
                    await File.WriteAllTextAsync($"{server.Options.DatabaseFile}.before-{number}", "", Token);
                await MakeEarlierAsync(server.Options.DatabaseFile);
            }
        );

        Kept(server).Count.ShouldBe(3);
        Kept(server).ShouldNotContain($"{server.Options.DatabaseFile}.before-20200101000000");
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_refused_and_left_as_it_is()
    {
        await using var server = await ColophonServer.StartAsync();
        await server.Database.WriteAsync(
            commit => commit.Run("insert into migrations (name, applied_at) values ('99990101000000_later', 0)"),
            Token
        );

        var refusal = await Should.ThrowAsync<StartRefusedException>(server.RestartAsync);

        refusal.Message.ShouldContain("A newer version of Colophon made the tables");
        Kept(server).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Kept(ColophonServer server) =>
        Directory.GetFiles(server.DataFolder, "colophon.db.before-*");

    /// <summary>A database in the state before the last migration.</summary>
    private static async Task MakeEarlierAsync(string databaseFile)
    {
        File.Delete(databaseFile);
        await using var database = SqliteDatabase.Open(
            databaseFile,
            TimeProvider.System,
            NullLogger<SqliteDatabase>.Instance
        );
        await Migrations.ApplyAsync(database, All.SkipLast(1), Token);
        await database.WriteAsync(
            commit => commit.Run("insert into settings (key, value) values ('kept', 'yes')"),
            Token
        );
    }
}
