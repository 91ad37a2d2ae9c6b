using Colophon.Server.Providers.Http;
using Colophon.Testing;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C17")]
public sealed class LimitPausesTests
{
    private readonly TestClock clock = new();
    private readonly LimitPauses pauses;

    public LimitPausesTests() => pauses = new LimitPauses(clock);

    [Fact]
    public void A_provider_that_says_when_is_asked_then()
    {
        Next(TimeSpan.FromSeconds(2)).ShouldBe(TimeSpan.FromSeconds(2));
        Next(TimeSpan.FromHours(20)).ShouldBe(TimeSpan.FromHours(20));
        Next(TimeSpan.FromDays(400)).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void One_that_does_not_say_is_left_alone_for_longer_each_time()
    {
        foreach (var seconds in (int[])[10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600])
        {
            Next(null).ShouldBe(TimeSpan.FromSeconds(seconds));
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public void What_was_under_way_when_a_pause_began_makes_it_no_longer()
    {
        Next(null);
        clock.Advance(TimeSpan.FromSeconds(4));

        Next(null).ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void An_answer_ends_the_row()
    {
        Next(null);
        clock.Advance(TimeSpan.FromSeconds(10));
        pauses.End("googlebooks");

        Next(null).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Each_provider_has_a_row_of_its_own()
    {
        Next(null);
        clock.Advance(TimeSpan.FromSeconds(10));

        (pauses.Next("tmdb", null) - clock.GetUtcNow()).ShouldBe(TimeSpan.FromSeconds(10));
    }

    private TimeSpan Next(TimeSpan? said) => pauses.Next("googlebooks", clock.GetUtcNow() + said) - clock.GetUtcNow();
}
