using System.Collections.Concurrent;

namespace Colophon.Server.Providers.Http;

/// <summary>
/// Hosts of pictures that do not answer, or are asked too often, are left alone as providers are, apart from them: that pictures cannot be
/// had must not keep a provider from being asked. In this process only, since a picture can wait.
/// </summary>
internal sealed partial class PictureHosts(TimeProvider clock, ILogger<PictureHosts> logger)
{
    private readonly ConcurrentDictionary<string, Rest> resting = new(StringComparer.OrdinalIgnoreCase);
    private readonly LimitPauses pauses = new(clock);

    /// <exception cref="ProviderException">It is left alone.</exception>
    public void Check(Uri picture)
    {
        if (resting.TryGetValue(picture.Host, out var rest) && rest.Until > clock.GetUtcNow())
            throw new ProviderException(rest.Trouble, rest.Message) { Until = rest.Until };
    }

    public void Succeeded(Uri picture)
    {
        resting.TryRemove(picture.Host, out _);
        pauses.End(picture.Host);
    }

    /// <summary>Until when the host is left alone now; null: it may be asked again.</summary>
    public DateTimeOffset? Failed(Uri picture, ProviderException failed) =>
        failed.Trouble switch
        {
            ProviderTrouble.Limited => Limited(picture, failed),
            ProviderTrouble.Down => Down(picture, failed.Message),
            _ => null,
        };

    private DateTimeOffset Limited(Uri picture, ProviderException failed)
    {
        var until = pauses.Next(picture.Host, failed.Until);
        resting[picture.Host] = new Rest(0, until, failed.Message) { Trouble = ProviderTrouble.Limited };
        return until;
    }

    private DateTimeOffset? Down(Uri picture, string message)
    {
        var now = clock.GetUtcNow();
        var rest = resting.AddOrUpdate(
            picture.Host,
            _ => new Rest(1, null, message),
            (_, before) =>
                // While it is left alone, what was under way counts no more.
                before.Until > now
                    ? before
                    : new Rest(before.Failures + 1, ProviderBreaker.RestAfter(before.Failures + 1, now), message)
        );
        if (
            rest.Failures == ProviderBreaker.FailuresToOpen
            && rest.Until == ProviderBreaker.RestAfter(rest.Failures, now)
        )
            LogResting(logger, picture.Host, message);
        return rest.Until > now ? rest.Until : null;
    }

    private sealed record Rest(int Failures, DateTimeOffset? Until, string Message)
    {
        public ProviderTrouble Trouble { get; init; } = ProviderTrouble.Down;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pictures of {Host} wait: {What}")]
    private static partial void LogResting(ILogger logger, string host, string what);
}
