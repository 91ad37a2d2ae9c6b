using Colophon.Jobs;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Postgres;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Platform.Data;

/// <summary>One file that holds everything, made while the server works, and the database made of it again.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-backup-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Trait("Req", "C7")]
    public async Task A_scan_that_ran_when_the_backup_was_made_is_whole_in_it_and_ends_after_the_restore()
    {
        using var held = new HeldReader();
        await using var server = await ColophonServer.StartAsync(adjust: held.Adjust);
        var library = server.Library();
        for (var i = 0; i < 12; i++)
            library.With($"Author/Book {i}/Book {i}.epub", EpubBuilder.Titled($"Book {i}"));
        library.With("Author/Held/Held.epub", EpubBuilder.Titled("Held"));
        await library.AddAsync();
        var job = (long)(await library.StartScanAsync())["id"]!;
        await held.Reached;

        await BackUpAsync(server.Options);

        await ShouldBeWholeAsync();
        held.LetGo();
        await library.EndOfAsync(job);
        var address = TestDatabase.IsShared ? await EmptyAsync() : null;
        await server.ReplaceAsync(address, () => ReplaceByBackupAsync(server.Options with { Database = address }));
        ((string?)(await library.EndOfAsync(job))["status"]).ShouldBe("completed");
        (await library.TitlesAsync()).Count.ShouldBe(13);
        var scan = (await server.Admin.GetAsync("/api/scans"))["scans"]![0]!;
        ((long)scan["directories_scanned"]!).ShouldBe(13);
        ((long)scan["items_new"]!).ShouldBe(13);
        (await NumberAsync(server, "select max(crash_count) from jobs")).ShouldBe(0);
    }

    [Fact]
    [Trait("Req", "D5")]
    public async Task A_backup_of_either_kind_restored_to_the_other_gives_the_same_answers()
    {
        Assert.SkipWhen(TestDatabase.IsShared, "It begins with the file.");
        await using var server = await ColophonServer.StartAsync();
        var library = server
            .Library()
            .With("A/One/One.epub", EpubBuilder.Titled("One").By("Ann Author"))
            .With("A/One/cover.png", TinyPng.Cover(40, 60, seed: 1))
            .With("B/Two/Two.epub", EpubBuilder.Titled("Zwei Bücher"));
        await library.AddAsync();
        await library.ScanAsync();
        await server.AsAsync("editor");
        var id = (long)(await server.Admin.GetAsync("/api/books"))["books"]![0]!["id"]!;
        await server.Admin.PatchAsync($"/api/books/{id}", new { title = "By hand" });
        var before = await AnswersAsync(server, id);
        var highest = await NumberAsync(server, "select max(id) from jobs");

        await BackUpAsync(server.Options);
        var address = await EmptyAsync();
        await server.ReplaceAsync(address, () => RestoreAsync(server.Options with { Database = address }));
        (await AnswersAsync(server, id)).ShouldBe(before);
        (await Should.ThrowAsync<StartRefusedException>(() => RestoreAsync(server.Options))).Message.ShouldContain(
            "Give an empty one"
        );

        File.Delete(BackupFile);
        await BackUpAsync(server.Options);
        await ShouldBeWholeAsync();
        await server.ReplaceAsync(null, () => ReplaceByBackupAsync(server.Options with { Database = null }));
        (await AnswersAsync(server, id)).ShouldBe(before);
        library.With("C/Three/Three.epub", EpubBuilder.Titled("Three"));
        ((long)(await library.ScanAsync())["id"]!).ShouldBeGreaterThan(highest);
        (await library.TitlesAsync()).ShouldBe(["By hand", "Three", "Zwei Bücher"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_never_takes_the_place_of_a_file()
    {
        await using var server = await ColophonServer.StartAsync();
        await File.WriteAllTextAsync(BackupFile, "mine", Token);

        (await Should.ThrowAsync<StartRefusedException>(() => BackUpAsync(server.Options))).Message.ShouldContain(
            "is there already"
        );

        (await File.ReadAllTextAsync(BackupFile, Token)).ShouldBe("mine");
    }

    [Fact]
    public async Task A_backup_is_for_its_owner_only_and_leaves_nothing_beside_it()
    {
        await using var server = await ColophonServer.StartAsync();

        var told = await BackUpAsync(server.Options);

        told.ShouldContain("1  users");
        folder.GetFileSystemInfos().ShouldHaveSingleItem().FullName.ShouldBe(BackupFile);
        File.GetUnixFileMode(BackupFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Where_there_is_no_database_there_is_no_backup()
    {
        var nowhere = new ServerOptions { DataFolder = folder.FullName };

        (await Should.ThrowAsync<StartRefusedException>(() => BackUpAsync(nowhere))).Message.ShouldContain(
            "There is no database"
        );
        folder.GetFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_into_a_folder_that_is_not_there_says_so()
    {
        var options = new ServerOptions { DataFolder = folder.FullName };

        (
            await Should.ThrowAsync<StartRefusedException>(() =>
                BackupCommand.RunAsync(
                    options,
                    Path.Combine(folder.FullName, "absent", "backup.db"),
                    TextWriter.Null,
                    Token
                )
            )
        ).Message.ShouldContain("There is no folder");
    }

    [Theory]
    [InlineData("colophon.db")]
    [InlineData("colophon.db-wal")]
    public async Task A_restore_takes_no_database_away(string there)
    {
        await using var server = await ColophonServer.StartAsync();
        await BackUpAsync(server.Options);
        var data = folder.CreateSubdirectory("data").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, there), "mine", Token);

        (
            await Should.ThrowAsync<StartRefusedException>(() => RestoreAsync(new() { DataFolder = data }))
        ).Message.ShouldContain("There is a database already");

        Directory.GetFiles(data).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, "There is no file")]
    [InlineData("no database at all, only some text that is long enough to be one", "cannot be read")]
    public async Task What_is_no_backup_is_not_restored(string? content, string reason)
    {
        if (content is not null)
            await File.WriteAllTextAsync(BackupFile, content, Token);

        (await Should.ThrowAsync<StartRefusedException>(() => RestoreAsync(Elsewhere))).Message.ShouldContain(reason);

        new FileInfo(Elsewhere.DatabaseFile).Exists.ShouldBeFalse();
    }

    [Theory]
    [InlineData("insert into migrations (name, applied_at) values ('99991231000000_future', 0)", "a newer version")]
    [InlineData("drop table migrations", "no database of Colophon")]
    public async Task A_backup_that_this_program_does_not_know_is_not_restored(string change, string reason)
    {
        await using var server = await ColophonServer.StartAsync();
        await BackUpAsync(server.Options);
        await using (var file = SqliteFile.OpenToFill(BackupFile))
            await file.ExecuteAsync(change);

        (await Should.ThrowAsync<StartRefusedException>(() => RestoreAsync(Elsewhere))).Message.ShouldContain(reason);

        new FileInfo(Elsewhere.DatabaseFile).Exists.ShouldBeFalse();
    }

    [Fact]
    [Trait("Req", "D5")]
    public async Task What_an_earlier_version_runs_is_backed_up_as_it_is_and_brought_up_to_date_by_the_restore()
    {
        var address = await EmptyAsync();
        var scripts = Migrations.Scripts(SqlDialect.Postgres);
        var earlier = new ServerOptions { DataFolder = folder.FullName, Database = address };
        (await Should.ThrowAsync<StartRefusedException>(() => BackUpAsync(earlier))).Message.ShouldContain(
            "no database of Colophon"
        );
        await using (
            var database = PostgresDatabase.Open(address, TimeProvider.System, NullLogger<PostgresDatabase>.Instance)
        )
            await Migrations.ApplyAsync(database, scripts.SkipLast(1), Token);

        await BackUpAsync(earlier);
        await RestoreAsync(Elsewhere);

        (await LastMigrationAsync(BackupFile)).ShouldBe(scripts[^2].Name);
        (await LastMigrationAsync(Elsewhere.DatabaseFile)).ShouldBe(scripts[^1].Name);
        Directory.GetFiles(Elsewhere.DataFolder, "*.before-*").ShouldBeEmpty("the backup is one already");
    }

    private static async Task<string?> LastMigrationAsync(string path)
    {
        await using var file = SqliteFile.OpenToRead(path);
        return await file.ExecuteScalarAsync<string>("select max(name) from migrations");
    }

    private string BackupFile => Path.Combine(folder.FullName, "backup.db");

    private ServerOptions Elsewhere => new() { DataFolder = Path.Combine(folder.FullName, "elsewhere") };

    private async Task<string> BackUpAsync(ServerOptions options)
    {
        await using var output = new StringWriter();
        await BackupCommand.RunAsync(options, BackupFile, output, Token);
        return output.ToString();
    }

    private Task RestoreAsync(ServerOptions options) =>
        RestoreCommand.RunAsync(options, BackupFile, TextWriter.Null, Token);

    /// <summary>As a person does: away with what is there, then the backup.</summary>
    private Task ReplaceByBackupAsync(ServerOptions options)
    {
        foreach (var file in Directory.GetFiles(options.DataFolder, "colophon.db*"))
            File.Delete(file);
        return RestoreAsync(options);
    }

    private static Task<string> EmptyAsync() => PostgresCluster.CreateAsync("empty", _ => Task.CompletedTask);

    /// <summary>What the backup says of itself: no broken page, no reference to nothing, figures that agree.</summary>
    private async Task ShouldBeWholeAsync()
    {
        await using var file = SqliteFile.OpenToRead(BackupFile);
        (await file.ExecuteScalarAsync<string>("pragma integrity_check")).ShouldBe("ok");
        (await file.QueryAsync("pragma foreign_key_check")).ShouldBeEmpty();
        var scan = await file.QuerySingleAsync<(long Scanned, long New, long Ended, long Items, long Words)>(
            """
            select s.directories_scanned, s.items_new,
                (select count(*) from jobs j where j.scan_id = s.id and j.type = 'directory-scan' and j.status = 2),
                (select count(*) from items), (select count(*) from search)
            from scans s
            """
        );
        scan.Scanned.ShouldBe(scan.Ended);
        scan.New.ShouldBe(scan.Items);
        scan.Words.ShouldBe(scan.Items);
    }

    private static Task<long> NumberAsync(ColophonServer server, string sql) =>
        server.Database.ReadAsync(read => read.ExecuteScalarAsync<long>(sql), Token);

    private static async Task<IReadOnlyList<string>> AnswersAsync(ColophonServer server, long id)
    {
        var login = new { username = "admin", password = "correct horse" };
        (await server.Anonymous().SendAsync("POST", "/api/auth/login", login)).Expect(200);
        string[] paths =
        [
            "/api/books",
            "/api/books?q=bucher",
            $"/api/books/{id}",
            $"/api/items/{id}/evidence",
            $"/api/items/{id}/history",
            $"/api/items/{id}/cover",
            "/api/people",
            "/api/users",
            "/api/jobs",
            "/api/scans",
        ];
        var answers = new List<string>();
        foreach (var path in paths)
            answers.Add($"{path} {(await server.Admin.SendAsync("GET", path)).Body}");
        return answers;
    }
}
