namespace Colophon.Jobs.Tests.Stores;

/// <summary>Turns that several processes take from one bucket.</summary>
public abstract class RateLimitTests<TStore> : JobSuite<TStore>
    where TStore : TestStore, new()
{
    private static readonly RateLimit FiftyInTenSeconds = new(50, TimeSpan.FromSeconds(10));
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [Theory]
    [Trait("Req", "C17")]
    [InlineData(50, 10)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(40, 1)]
    public async Task No_span_of_the_limit_holds_more_turns_than_allowed(int times, int seconds)
    {
        var limit = new RateLimit(times, TimeSpan.FromSeconds(seconds));
        RateLimits[] takers = [new(Database), new(Database), new(Database), new(Database)];
        var turns = new List<DateTimeOffset>();
        var random = new Random(11);
        var end = Clock.GetUtcNow() + (limit.Per * 6);

        while (Clock.GetUtcNow() < end)
        {
            var turn = await takers[random.Next(takers.Length)].TakeAsync("tmdb", limit, Patience, Token);
            if (turn.Answer is RateAnswer.Granted)
                turns.Add(turn.At);
            else
                Clock.Advance((turn.At - Clock.GetUtcNow()) * random.NextDouble());
            if (random.Next(40) == 0)
                Clock.Advance(limit.Per * random.NextDouble());
        }

        turns.ShouldBe(turns.Order());
        turns.ShouldAllBe(turn => turns.Count(other => other >= turn && other < turn + limit.Per) <= times);
        turns.Count.ShouldBeGreaterThan(times * 2);
    }

    [Fact]
    [Trait("Req", "C17")]
    public async Task A_fifth_goes_at_once_and_the_rest_at_even_distances()
    {
        var limits = new RateLimits(Database);
        var now = Clock.GetUtcNow();

        var turns = new List<RateTurn>();
        for (var i = 0; i < 14; i++)
            turns.Add(await limits.TakeAsync("tmdb", FiftyInTenSeconds, Patience, Token));

        turns.Take(10).ShouldAllBe(turn => turn == new RateTurn(RateAnswer.Granted, now));
        turns.Skip(10).Select(turn => (turn.At - now).TotalMilliseconds).ShouldBe([250, 500, 750, 1000]);
        var late = await limits.TakeAsync("tmdb", FiftyInTenSeconds, Patience, Token);
        late.ShouldBe(new RateTurn(RateAnswer.AskLater, now + TimeSpan.FromMilliseconds(1250)));
    }

    [Fact]
    public async Task Who_is_told_to_ask_later_has_reserved_nothing()
    {
        var limits = new RateLimits(Database);
        var limit = new RateLimit(1, TimeSpan.FromSeconds(10));
        await limits.TakeAsync("slow", limit, Patience, Token);
        for (var i = 0; i < 5; i++)
            (await limits.TakeAsync("slow", limit, Patience, Token)).Answer.ShouldBe(RateAnswer.AskLater);

        Clock.Advance(TimeSpan.FromSeconds(10));

        (await limits.TakeAsync("slow", limit, Patience, Token)).ShouldBe(
            new RateTurn(RateAnswer.Granted, Clock.GetUtcNow())
        );
    }

    [Fact]
    [Trait("Req", "C17")]
    public async Task During_a_pause_nobody_gets_a_turn_and_a_shorter_one_does_not_end_it()
    {
        var limits = new RateLimits(Database);
        var until = Clock.GetUtcNow() + TimeSpan.FromSeconds(30);
        await limits.PauseAsync("tvdb", until, Token);
        await new RateLimits(Database).PauseAsync("tvdb", until - TimeSpan.FromSeconds(20), Token);

        (await limits.TakeAsync("tvdb", FiftyInTenSeconds, Patience, Token)).ShouldBe(
            new RateTurn(RateAnswer.AskLater, until)
        );
        (await limits.TakeAsync("fanart", FiftyInTenSeconds, Patience, Token)).Answer.ShouldBe(RateAnswer.Granted);
        Clock.Advance(TimeSpan.FromSeconds(30));

        (await limits.TakeAsync("tvdb", FiftyInTenSeconds, Patience, Token)).Answer.ShouldBe(RateAnswer.Granted);
    }

    [Fact]
    public async Task Those_who_ask_at_the_same_time_get_turns_of_their_own()
    {
        var limit = new RateLimit(20, TimeSpan.FromSeconds(10));
        var patience = TimeSpan.FromSeconds(5);

        var turns = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(_ => Task.Run(() => new RateLimits(Database).TakeAsync("busy", limit, patience, Token)))
        );

        turns.Count(turn => turn.At == Clock.GetUtcNow()).ShouldBe(4);
        turns.Select(turn => turn.At).Distinct().Count().ShouldBe(9);
    }
}
