using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Tests.Platform.Hosting;

public sealed class ServerOptionsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-options-");
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_command_line_goes_before_the_environment_and_that_before_the_file()
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "colophon.json"),
            """{ "urls": ["http://127.0.0.1:1"], "readers": 3, "roots": ["/file"] }"""
        );
        Read().Urls.ShouldBe(["http://127.0.0.1:1"]);
        Read().Readers.ShouldBe(3);
        Read().Roots.ShouldBe(["/file"]);

        environment["COLOPHON_URLS"] = "http://127.0.0.1:2; http://[::1]:2";
        environment["COLOPHON_READERS"] = "5";
        environment["COLOPHON_ROOTS"] = "/a:/b";
        Read().Urls.ShouldBe(["http://127.0.0.1:2", "http://[::1]:2"]);
        Read().Readers.ShouldBe(5);
        Read().Roots.ShouldBe(["/a", "/b"]);

        Read(new GivenOptions(null, "http://127.0.0.1:3", 7)).Urls.ShouldBe(["http://127.0.0.1:3"]);
        Read(new GivenOptions(null, null, 7)).Readers.ShouldBe(7);
    }

    [Fact]
    public void Without_any_word_it_listens_on_this_machine_only()
    {
        var options = Read();

        options.Urls.ShouldBe(["http://127.0.0.1:8484"]);
        options.Roots.ShouldBe(["/"]);
        options.DataFolder.ShouldBe(folder.FullName);
        options.Readers.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Theory]
    [InlineData("https://127.0.0.1:8484", "reverse proxy")]
    [InlineData("8484", "http://HOST:PORT")]
    [InlineData("ftp://127.0.0.1", "http://HOST:PORT")]
    [InlineData("http://127.0.0.1:8484/below", "http://HOST:PORT")]
    public void An_address_it_cannot_listen_on_is_refused_with_a_way_out(string url, string hint) =>
        Refusal(new GivenOptions(null, url, null)).ShouldContain(hint);

    [Theory]
    [InlineData("http://*:8484")]
    [InlineData("http://+:8484")]
    [InlineData("http://0.0.0.0:8484")]
    [InlineData("http://[::]:8484")]
    public void It_may_listen_on_every_address(string url) =>
        Read(new GivenOptions(null, url, null)).Urls.ShouldBe([url]);

    [Fact]
    public void Numbers_folders_and_files_that_make_no_sense_are_refused()
    {
        Refusal(new GivenOptions(null, null, 0)).ShouldContain("1 to 256");
        environment["COLOPHON_READERS"] = "many";
        Refusal().ShouldContain("COLOPHON_READERS");
        environment.Clear();
        environment["COLOPHON_ROOTS"] = "media";
        Refusal().ShouldContain("absolute");
        environment.Clear();
        File.WriteAllText(Path.Combine(folder.FullName, "colophon.json"), """{ "url": 1 }""");
        Refusal().ShouldContain("colophon.json");
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_refused_and_a_local_one_is_made()
    {
        var blocked = Path.Combine(folder.FullName, "file");
        File.WriteAllText(blocked, "");
        Should
            .Throw<StartRefusedException>(() => DataFolder.Prepare(Path.Combine(blocked, "data")))
            .Message.ShouldContain("--data");

        var data = Path.Combine(folder.FullName, "a", "b");
        DataFolder.Prepare(data);
        File.GetUnixFileMode(data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        DataFolder.NetworkFileSystemOf(data).ShouldBeNull();
    }

    [Fact]
    public void A_node_may_be_silent_for_a_minute_unless_the_environment_says_otherwise()
    {
        Read().Lease.ShouldBe(TimeSpan.FromMinutes(1));
        environment["COLOPHON_LEASE"] = "20";
        Read().Lease.ShouldBe(TimeSpan.FromSeconds(20));
        environment["COLOPHON_LEASE"] = "1";
        Refusal().ShouldContain("3 to 3600");
    }

    [Fact]
    public void A_contact_for_providers_comes_from_the_environment_or_the_file()
    {
        Read().Contact.ShouldBeNull();
        File.WriteAllText(Path.Combine(folder.FullName, "colophon.json"), """{ "contact": "ann@home.example" }""");
        Read().Contact.ShouldBe("ann@home.example");
        environment["COLOPHON_CONTACT"] = "https://ann.example/books";
        Read().Contact.ShouldBe("https://ann.example/books");
    }

    [Theory]
    [InlineData("Ann")]
    [InlineData("ann@home.example (Ann)")]
    [InlineData("ann@höme.example")]
    [InlineData("ann@home.example\r\nX-Header: 1")]
    public void A_contact_that_no_header_could_carry_is_refused(string contact)
    {
        environment["COLOPHON_CONTACT"] = contact;

        Refusal().ShouldContain("COLOPHON_CONTACT");
    }

    [Theory]
    [InlineData("postgres://ann:secret@db:5432/books")]
    [InlineData("postgres://db:5432/books?username=ann&password=secret")]
    public void A_database_is_named_without_user_and_password(string address)
    {
        environment["COLOPHON_DATABASE"] = address;

        Read().DatabaseName.ShouldBe("postgres://db:5432/books");
    }

    private string Refusal(GivenOptions? given = null) =>
        Should.Throw<StartRefusedException>(() => Read(given)).Message;

    private ServerOptions Read(GivenOptions? given = null) =>
        ServerOptionsReader.Read(
            (given ?? new GivenOptions(null, null, null)) with
            {
                Data = folder.FullName,
            },
            environment.GetValueOrDefault
        );
}
