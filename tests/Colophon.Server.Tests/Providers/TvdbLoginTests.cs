using System.Net;
using Colophon.Server.Providers;
using Colophon.Server.Providers.Http;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

/// <summary>How TheTVDB is told who asks: a key is exchanged for a token.</summary>
[Trait("Req", "C20")]
public sealed class TvdbLoginTests
{
    private static readonly ProviderSubject Film = new("movie", new ProviderId("tvdb", "3021"));
    private static readonly ProviderSubject Show = new("show", new ProviderId("tvdb", "9001"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("0123-key", """{"apikey":"0123-key"}""")]
    [InlineData("0123-key : PIN77", """{"apikey":"0123-key","pin":"PIN77"}""")]
    public async Task A_key_is_exchanged_once_for_a_token_that_goes_into_a_header(string key, string body)
    {
        await using var calls = await StartAsync(key);

        var session = await calls.OpenAsync();
        await calls.Provider.ReadAsync(Show, session, Token);
        await calls.Provider.ReadAsync(Film, session, Token);
        var request = await calls.Provider.AuthorizeAsync(new ProviderRequest("series/1"), session, Token);

        calls
            .Network.Requests.Select(asked => asked.Path)
            .ShouldBe(["/login", "/series/9001/extended", "/movies/3021/extended"]);
        calls.Network.Requests[0].Body.ShouldBe(body);
        calls.Network.Requests[0].Headers.Keys.ShouldNotContain("Authorization");
        calls.Network.Requests[1].Headers["Authorization"].ShouldBe("Bearer t0ken");
        request.Key.ShouldBe("series/1");
    }

    [Fact]
    public async Task A_token_that_is_too_old_is_exchanged_again()
    {
        await using var calls = await StartAsync();
        var logins = 0;
        calls
            .Network.On("/login", _ => LoopbackAnswer.Json($$$"""{"data":{"token":"t{{{++logins}}}"}}"""))
            .On(
                "/series/9001/extended",
                request =>
                    request.Headers["Authorization"] == "Bearer t2"
                        ? LoopbackAnswer.Json(VideoDocuments.Read("tvdb-show"))
                        : LoopbackAnswer.Of(HttpStatusCode.Unauthorized, """{"message":"Unauthorized"}""")
            );

        var show = await calls.Provider.ReadAsync(Show, await calls.OpenAsync(), Token);

        show.ShouldNotBeNull();
        logins.ShouldBe(2);
    }

    [Fact]
    [Trait("Req", "C17")]
    public async Task Two_requests_with_one_token_that_is_too_old_both_go_on_with_the_next()
    {
        await using var calls = await StartAsync();
        var (logins, asked, both) = (0, 0, new TaskCompletionSource());
        LoopbackAnswer Answer(LoopbackRequest request, string document)
        {
            if (request.Headers["Authorization"] != "Bearer t1")
                return LoopbackAnswer.Json(VideoDocuments.Read(document));
            if (Interlocked.Increment(ref asked) == 2)
                both.SetResult();
            return LoopbackAnswer.Of(HttpStatusCode.Unauthorized, "{}") with { Wait = both.Task };
        }
        calls
            .Network.On("/login", _ => LoopbackAnswer.Json($$$"""{"data":{"token":"t{{{++logins}}}"}}"""))
            .On("/series/9001/extended", request => Answer(request, "tvdb-show"))
            .On("/movies/3021/extended", request => Answer(request, "tvdb-movie"));

        var records = await Task.WhenAll(
            calls.Provider.ReadAsync(Show, await calls.OpenAsync(), Token),
            calls.Provider.ReadAsync(Film, await calls.OpenAsync(), Token)
        );

        records.ShouldAllBe(record => record != null);
        logins.ShouldBe(2);
    }

    [Fact]
    public async Task A_login_with_its_key_is_sent_on_to_no_other_host()
    {
        await using var calls = await StartAsync();
        var pictures = new Uri("https://artworks.thetvdb.com/login");
        var session = await calls.OpenAsync();

        ProviderHosts.MayAsk(session, pictures, request: null).ShouldBeTrue();
        ProviderHosts.MayAsk(session, pictures, new ProviderRequest("login") { Body = "{}" }).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_key_fails_the_test_of_it()
    {
        await using var calls = await StartAsync();
        calls.Network.On("/login", _ => LoopbackAnswer.Of(HttpStatusCode.Unauthorized, """{"status":"failure"}"""));
        calls.Log.Expect("does not accept the key");
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Key);
    }

    [Fact]
    public async Task A_login_without_a_token_is_a_refusal()
    {
        await using var calls = await StartAsync();
        calls.Network.On("/login", """{"status":"success","data":null}""");
        var session = await calls.OpenAsync();

        var failed = await Should.ThrowAsync<ProviderException>(() => calls.Provider.TestAsync(session, Token));

        failed.Trouble.ShouldBe(ProviderTrouble.Refused);
    }

    private static async Task<ProviderCalls> StartAsync(string key = "0123-key")
    {
        var calls = await ProviderCalls.StartAsync("tvdb", key);
        calls
            .Network.On("/login", """{"status":"success","data":{"token":"t0ken"}}""")
            .On("/movies/3021/extended", VideoDocuments.Read("tvdb-movie"))
            .On("/series/9001/extended", VideoDocuments.Read("tvdb-show"));
        return calls;
    }
}
