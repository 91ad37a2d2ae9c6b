using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Providers.Http;

/// <summary>
/// Keeps a provider that is down, or refuses the key, from being asked again and again: after five failures in a row it is left alone for
/// half a minute, each time it fails again for twice as long, at most half an hour; a refused key until there is another, at most a day.
/// In the row of the provider, so that all nodes keep it; told once in the log, not once an item.
/// </summary>
internal sealed partial class ProviderBreaker(IDatabase database, TimeProvider clock, ILogger<ProviderBreaker> logger)
{
    public const int FailuresToOpen = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan WithoutKey = TimeSpan.FromDays(1);

    /// <exception cref="ProviderException">It is open.</exception>
    public void Check(ProviderFacts facts, ProviderAccount account)
    {
        if (account.DownUntil is { } until && until > clock.GetUtcNow())
            throw new ProviderException(
                account.Trouble ?? ProviderTrouble.Down,
                account.TroubleMessage ?? $"{facts.Title} is left alone for a while."
            )
            {
                Until = until,
            };
    }

    /// <summary>It answered: failures before are forgotten.</summary>
    public Task SucceededAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.Account is { Failures: 0, Trouble: null }
            ? Task.CompletedTask
            : database.WriteAsync(
                commit =>
                    commit.Run(
                        """
                        update providers set failures = 0, down_until = null, trouble = null, trouble_message = null, trouble_at = null
                        where name = @name
                        """,
                        session.Account.Name
                    ),
                cancellationToken
            );

    /// <summary>Until when the provider is left alone now; null: it may be asked again.</summary>
    public async Task<DateTimeOffset?> FailedAsync(
        ProviderSession session,
        ProviderException error,
        CancellationToken cancellationToken
    ) =>
        error.Trouble is ProviderTrouble.Down or ProviderTrouble.Key
            ? UtcTime.From(
                await database.WriteAsync(commit => Fail(commit, session.Account.Name, error), cancellationToken)
            )
            : null;

    private static long? OpenUntil(Commit commit, string name, long now) =>
        commit
            .Query("select down_until from providers where name = @name", row => row.LongOrNull(0), name)
            .FirstOrDefault()
            is { } until
        && until > now
            ? until
            : null;

    private long? Fail(Commit commit, string name, ProviderException error)
    {
        commit.Run("insert into providers (name, enabled) values (@name, 0) on conflict (name) do nothing", name);
        var now = commit.Millis();
        // While it is open, what was under way counts no more.
        var counted = commit.Number(
            $"select failures from providers where name = @name and coalesce(down_until, 0) <= @now{commit.ForUpdate}",
            name,
            now
        );
        if (counted is not { } before)
            return OpenUntil(commit, name, now);
        var failures = (int)before + 1;
        var until = error.Trouble == ProviderTrouble.Key ? commit.Now + WithoutKey : RestAfter(failures, commit.Now);
        commit.Run(
            """
            update providers set failures = @failures, down_until = @until, trouble = @trouble, trouble_message = @message, trouble_at = @now
            where name = @name
            """,
            (long)failures,
            until?.ToUnixTimeMilliseconds(),
            (long)error.Trouble,
            error.Message,
            now,
            name
        );
        if (until is { } open && (failures == FailuresToOpen || error.Trouble == ProviderTrouble.Key))
        {
            var seconds = (int)(open - commit.Now).TotalSeconds;
            commit.AfterCommit(() => LogOpened(logger, error.Message, seconds));
        }
        return OpenUntil(commit, name, now);
    }

    /// <summary>When to ask again after so many failures in a row; null: at once.</summary>
    public static DateTimeOffset? RestAfter(int failures, DateTimeOffset now)
    {
        if (failures < FailuresToOpen)
            return null;
        var span = First * Math.Pow(2, Math.Min(failures - FailuresToOpen, 10));
        return now + (span > Longest ? Longest : span);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} It is left alone for {Seconds} s; what needs it waits.")]
    private static partial void LogOpened(ILogger logger, string what, int seconds);
}
