using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Protection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Tests.Platform.Protection;

/// <summary>Secrets in the database, and the key that is not in it.</summary>
public sealed class ProtectedTextTests
{
    private const string Purpose = "provider-key";
    private const string Secret = "3f1c-secret";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_node_protects_another_reads()
    {
        await using var server = await ColophonServer.StartAsync();
        using var one = On(server, server.Options);
        using var other = On(server, server.Options);

        var stored = one.Protect(Purpose, Secret);

        other.Unprotect(Purpose, stored).ShouldBe(Secret);
        stored.ShouldNotContain(Secret);
        other.Protect(Purpose, Secret).ShouldNotBe(stored);
    }

    [Fact]
    public async Task The_keys_in_the_database_are_of_no_use_without_the_one_outside()
    {
        await using var server = await ColophonServer.StartAsync();
        using var here = On(server, server.Options);
        var stored = here.Protect(Purpose, Secret);

        using var thief = On(server, server.Options with { SecretKey = new byte[32] });

        Should.Throw<OtherMasterKeyException>(() => thief.Unprotect(Purpose, stored));
        Should.Throw<OtherMasterKeyException>(() => thief.Protect(Purpose, Secret));
        var kept = await server.Database.ReadAsync(
            connection =>
                Task.FromResult(
                    connection.Rows("select content from protection_keys", row => row.GetString(0)).Single()
                ),
            Token
        );
        kept.ShouldContain("wrapped");
        kept.ShouldNotContain("masterKey");
    }

    [Theory]
    [InlineData("another-purpose", 0)]
    [InlineData(Purpose, 1)]
    public async Task A_text_for_another_purpose_or_an_altered_one_is_none(string purpose, int altered)
    {
        await using var server = await ColophonServer.StartAsync();
        using var text = On(server, server.Options);
        var stored = text.Protect(Purpose, Secret);

        text.Unprotect(purpose, altered == 0 ? stored : stored[..^4] + "AAAA").ShouldBeNull();
        text.Unprotect(Purpose, "no such text").ShouldBeNull();
    }

    [Fact]
    public async Task The_key_is_made_when_it_is_first_needed_and_only_its_owner_reads_it()
    {
        await using var server = await ColophonServer.StartAsync();
        var file = new FileInfo(server.Options.SecretKeyFile);
        file.Exists.ShouldBeFalse();
        using var text = On(server, server.Options);

        text.Protect(Purpose, Secret);

        file.Refresh();
        file.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Convert.FromBase64String(await File.ReadAllTextAsync(file.FullName, Token)).Length.ShouldBe(32);
    }

    [Fact]
    public void A_key_that_is_none_refuses_the_start()
    {
        var refusal = Should.Throw<StartRefusedException>(() => MasterKey.Parse("short"));

        refusal.Message.ShouldContain("COLOPHON_SECRET_KEY is not a key");
        MasterKey.Parse(Convert.ToBase64String(new byte[32])).ShouldBe(new byte[32]);
        MasterKey.Parse(null).ShouldBeNull();
    }

    private static ProtectedText On(ColophonServer server, ServerOptions options) =>
        new(server.Database, new MasterKey(options), NullLoggerFactory.Instance);
}
