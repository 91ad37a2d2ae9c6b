using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests;

/// <summary>Lets days pass for a server, each with the pruning that its tick asks for.</summary>
public static class Calendar
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Day by day: while a prune is open a second one is kept out by its key, so each is waited for.</summary>
    public static async Task PassAsync(this ColophonServer server, TestClock clock, int days)
    {
        for (var day = 0; day < days; day++)
        {
            await UntilAsync("select count(*) = 0 from jobs where type = 'prune' and status < 2");
            clock.Leap(TimeSpan.FromDays(1));
            await UntilAsync(
                "select count(*) > 0 from jobs where type = 'prune' and status = 2 and created_at >= @now",
                clock.GetUtcNow().ToUnixTimeMilliseconds()
            );
        }

        Task UntilAsync(string condition, long now = 0) =>
            JobProbe.Until(
                () =>
                    server.Database.ReadAsync(
                        async read =>
                            await read.QuerySingleAsync<long>(
                                $"select case when ({condition}) then 1 else 0 end",
                                new { now }
                            ) == 1,
                        Token
                    ),
                "the prune of the day",
                Token
            );
    }
}
