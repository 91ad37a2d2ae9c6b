using System.Net;
using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Providers.Http;

/// <summary>Asks providers: from the cache, else by their leave (breaker, limit) over the network; what they answer is stored at once.</summary>
internal sealed class ProviderClient(
    ProviderWire wire,
    ResponseStore responses,
    ProviderBreaker breaker,
    PictureHosts pictures,
    RateLimits limits,
    TimeProvider clock
)
{
    private static readonly TimeSpan LongestNegative = TimeSpan.FromDays(1);

    /// <summary>Of two requests the later one may be on its way for so much less: what was apart here is closer there.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(500);

    private readonly KeyedLocks asking = new();
    private readonly LimitPauses pauses = new(clock);

    public ProviderTokens Tokens { get; } = new();

    /// <summary>Null when there is no such thing.</summary>
    public async Task<JsonElement?> AskAsync(
        ProviderSession session,
        ProviderRequest request,
        CancellationToken cancellationToken
    )
    {
        var key = new ResponseKey(session.Account.Name, $"{session.Address} {request.Key}");
        var goodFor = request.GoodFor ?? session.Provider.Facts.GoodFor;
        if (goodFor <= TimeSpan.Zero)
            return await FetchAsync(session, request, cancellationToken) is { Status: HttpStatusCode.OK } said
                ? said.Json
                : null;
        // One at a time for the same thing: the second finds the answer of the first.
        using (await asking.TakeAsync(key.ToString(), cancellationToken))
        {
            var since = session.Wishes.IsFresh ? session.OpenedAt : DateTimeOffset.MinValue;
            if (await responses.FindAsync(key, since, cancellationToken) is { } stored)
                return stored.Json;
            var answer = await FetchAsync(session, request, cancellationToken);
            var age = answer.Json is null && goodFor > LongestNegative ? LongestNegative : goodFor;
            await responses.StoreAsync(key, answer, age, cancellationToken);
            return answer.Json;
        }
    }

    /// <summary>Copies a picture; it has no part in the limit of requests, which is about answers.</summary>
    public async Task DownloadAsync(
        ProviderSession session,
        Uri address,
        long most,
        Stream into,
        CancellationToken cancellationToken
    )
    {
        pictures.Check(address);
        try
        {
            await wire.DownloadAsync(session, address, most, into, cancellationToken);
            pictures.Succeeded(address);
        }
        catch (ProviderException failed) when (failed.Trouble is ProviderTrouble.Down or ProviderTrouble.Limited)
        {
            throw new ProviderException(failed.Trouble, failed.Message, failed)
            {
                Until = pictures.Failed(address, failed),
            };
        }
    }

    /// <summary>By leave of breaker and limit.</summary>
    public async Task TakeTurnAsync(ProviderSession session, CancellationToken cancellationToken)
    {
        breaker.Check(session.Provider.Facts, session.Account);
        if (session.Account.LimitOf(session.Provider.Facts) is not { } limit)
            return;
        var turn = await limits.TakeAsync(
            session.Account.Name,
            new RateLimit(limit.Times, limit.Per + OnTheWay),
            session.Wishes.Patience,
            cancellationToken
        );
        if (turn.Answer == RateAnswer.AskLater)
            throw new ProviderException(
                ProviderTrouble.Limited,
                $"{session.Provider.Facts.Title} is asked as often as it allows."
            )
            {
                Until = turn.At,
            };
        var wait = turn.At - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
    }

    private async Task<ProviderAnswer> FetchAsync(
        ProviderSession session,
        ProviderRequest request,
        CancellationToken cancellationToken
    )
    {
        for (var renewed = false; ; renewed = true)
        {
            var authorized = await session.Provider.AuthorizeAsync(request, session, cancellationToken);
            await TakeTurnAsync(session, cancellationToken);
            try
            {
                var answer = await wire.SendAsync(session, authorized, cancellationToken);
                pauses.End(session.Account.Name);
                await breaker.SucceededAsync(session, cancellationToken);
                return answer;
            }
            catch (ProviderException refused)
                when (refused.Trouble == ProviderTrouble.Key && !renewed && Tokens.Forget(session))
            {
                // The token was too old; the key itself may be good.
            }
            catch (ProviderException refused)
            {
                throw await NotedAsync(session, refused, cancellationToken);
            }
        }
    }

    /// <summary>Lets all who share the database know; the refusal then says when to ask again.</summary>
    private async Task<ProviderException> NotedAsync(
        ProviderSession session,
        ProviderException refused,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset? until;
        if (refused.Trouble == ProviderTrouble.Limited)
        {
            until = pauses.Next(session.Account.Name, refused.Until);
            await limits.PauseAsync(session.Account.Name, until.Value, cancellationToken);
        }
        else
        {
            until = await breaker.FailedAsync(session, refused, cancellationToken);
        }
        return new ProviderException(refused.Trouble, refused.Message, refused) { Until = until };
    }
}
