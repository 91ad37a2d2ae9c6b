using System.Text.Json;
using Colophon.Server.Platform.Http;
using Colophon.Server.Platform.Live;
using Colophon.Testing;

namespace Colophon.Server.Tests.Platform.Live;

[Trait("Req", "C12")]
public sealed class EventRingTests
{
    private static readonly Caller Everyone = CallerOf(null, Permissions.JobsRead);

    private readonly TestClock clock = new();
    private readonly EventRing ring;

    public EventRingTests() => ring = new EventRing(clock);

    [Fact]
    public void A_client_gets_what_came_after_the_last_it_knows()
    {
        for (var number = 1; number <= 5; number++)
            ring.Add(new LiveEvent("scan:phase", null, new { Number = number }));
        var missed = ring.After(3, ring.Epoch, Everyone);
        missed.Reset.ShouldBeFalse();
        missed.Seq.ShouldBe(5);
        missed.Events.Select(sent => sent.Seq).ShouldBe([4, 5]);
        JsonSerializer.Serialize(missed.Events[0].Payload).ShouldBe("""{"seq":4,"number":4}""");
    }

    [Fact]
    public void A_client_that_asks_where_things_stand_is_told_without_events()
    {
        ring.Add(new LiveEvent("scan:phase", null, new { }));
        var missed = ring.After(null, null, Everyone);
        (missed.Seq, missed.Reset, missed.Events.Count).ShouldBe((1, false, 0));
    }

    [Fact]
    public void Another_epoch_and_a_number_nobody_gave_are_a_reset()
    {
        ring.Add(new LiveEvent("scan:phase", null, new { }));
        ring.After(0, "before the restart", Everyone).Reset.ShouldBeTrue();
        ring.After(2, ring.Epoch, Everyone).Reset.ShouldBeTrue();
        ring.After(1, ring.Epoch, Everyone).Reset.ShouldBeFalse();
    }

    [Fact]
    public void After_ten_minutes_an_event_is_forgotten_and_who_missed_it_starts_over()
    {
        ring.Add(new LiveEvent("scan:phase", null, new { }));
        clock.Advance(TimeSpan.FromMinutes(9));
        ring.Add(new LiveEvent("scan:phase", null, new { }));
        clock.Advance(TimeSpan.FromMinutes(2));
        ring.After(0, ring.Epoch, Everyone).Reset.ShouldBeTrue();
        ring.After(1, ring.Epoch, Everyone).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void It_keeps_ten_thousand_events()
    {
        for (var number = 0; number < EventRing.Capacity + 3; number++)
            ring.Add(new LiveEvent("scan:phase", null, new { }));
        ring.After(2, ring.Epoch, Everyone).Reset.ShouldBeTrue();
        ring.After(3, ring.Epoch, Everyone).Events.Count.ShouldBe(EventRing.Capacity);
    }

    [Fact]
    [Trait("Req", "A2")]
    public void What_a_caller_may_not_see_is_left_out()
    {
        ring.Add(new LiveEvent("scan:phase", 1, new { }));
        ring.Add(new LiveEvent("scan:phase", 2, new { }));
        ring.Add(new LiveEvent("job:changed", null, new { }) { Permission = Permissions.JobsRead });
        ring.Add(new LiveEvent("job:log", null, new { }) { WatchedJobId = 9 });
        Seqs(CallerOf([2])).ShouldBe([2]);
        Seqs(CallerOf([], Permissions.JobsRead)).ShouldBe([3]);
        Seqs(Everyone).ShouldBe([1, 2, 3]);
    }

    private IEnumerable<long> Seqs(Caller caller) => ring.After(0, ring.Epoch, caller).Events.Select(sent => sent.Seq);

    private static Caller CallerOf(long[]? libraries, params string[] permissions) =>
        new(1, "reader", "viewer", permissions.ToHashSet(StringComparer.Ordinal), libraries?.ToHashSet());
}
