using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Testing;

namespace Colophon.Server.Tests.Providers;

/// <summary>How long an answer is taken from the cache.</summary>
[Trait("Req", "C20")]
public sealed class AnswerAgeTests
{
    private readonly TestClock clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tmdb", "movie")]
    [InlineData("tvdb", "movie")]
    [InlineData("openlibrary", "book")]
    [InlineData("googlebooks", "book")]
    [InlineData("musicbrainz", "album")]
    public async Task A_search_that_found_nothing_is_made_again_the_day_after(string provider, string kind)
    {
        await using var calls = await StartAsync(provider);
        var query = new ItemQuery(kind, "Hafenlichter") { People = ["Ada Müller"] };

        var asked = await AskedAgainAsync(
            calls,
            async session => (await calls.Provider.SearchAsync(query, session, Token)).ShouldBeEmpty()
        );

        asked.ShouldBeTrue();
    }

    [Theory]
    [InlineData("tmdb", "movie", "imdb", "tt0133093")]
    [InlineData("tvdb", "movie", "imdb", "tt0133093")]
    [InlineData("googlebooks", "book", "isbn_13", "9780141439587")]
    [InlineData("musicbrainz", "album", "barcode", "724382955924")]
    public async Task An_identifier_that_is_not_known_is_looked_for_again_the_day_after(
        string provider,
        string kind,
        string type,
        string value
    )
    {
        await using var calls = await StartAsync(provider);

        var asked = await AskedAgainAsync(
            calls,
            async session =>
                (await calls.Provider.FindAsync(kind, new Identifier(type, value), session, Token)).ShouldBeNull()
        );

        asked.ShouldBeTrue();
    }

    private async Task<ProviderCalls> StartAsync(string provider)
    {
        var calls = await ProviderCalls.StartAsync(provider, "0123456789abcdef0123456789abcdef", clock);
        calls.Network.On("/*", "{}").On("/login", """{"data":{"token":"t0ken"}}""");
        return calls;
    }

    /// <summary>Whether the same is asked for again after a day, and not before.</summary>
    private async Task<bool> AskedAgainAsync(ProviderCalls calls, Func<ProviderSession, Task> ask)
    {
        await ask(await calls.OpenAsync());
        var once = calls.Network.Requests.Count;
        await ask(await calls.OpenAsync());
        calls.Network.Requests.Count.ShouldBe(once);
        clock.Advance(TimeSpan.FromHours(25));
        await ask(await calls.OpenAsync());
        return calls.Network.Requests.Count > once;
    }
}
