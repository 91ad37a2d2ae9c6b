using System.Buffers;
using System.Net;
using System.Text;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Providers.Http;

/// <summary>Sends requests to providers over HTTP: never to another host, never for long, never more than a limit takes in.</summary>
internal sealed class ProviderWire : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private readonly TimeProvider clock;
    private readonly ServerOptions options;
    private object? opening;
    private HttpClient? http;

    public ProviderWire(TimeProvider clock, ServerOptions options) => (this.clock, this.options) = (clock, options);

    /// <summary>Made for the first request: who asks no provider pays nothing for it.</summary>
    private HttpClient Http => LazyInitializer.EnsureInitialized(ref http, ref opening, Open);

    /// <summary>Asks for JSON.</summary>
    /// <exception cref="ProviderException">Whatever is neither an answer nor "no such thing".</exception>
    public Task<ProviderAnswer> SendAsync(
        ProviderSession session,
        ProviderRequest request,
        CancellationToken cancellationToken
    ) =>
        WithinAsync(
            session,
            request.Path,
            async token =>
            {
                using var response = await FollowAsync(session, request.AddressBelow(session.Address), request, token);
                using var body = new MemoryStream();
                await CopyAsync(session, response, MostBytes, body, token);
                return AnswerReading.Read(session.Provider, response, body.ToArray(), clock.GetUtcNow());
            },
            cancellationToken
        );

    /// <summary>Copies a picture to a stream that takes no more than it may.</summary>
    /// <param name="most">Bytes.</param>
    public Task DownloadAsync(
        ProviderSession session,
        Uri address,
        long most,
        Stream into,
        CancellationToken cancellationToken
    ) =>
        WithinAsync(
            session,
            address.AbsolutePath,
            async token =>
            {
                using var response = await FollowAsync(session, address, request: null, token);
                if (!response.IsSuccessStatusCode)
                    throw AnswerReading.Refusal(session.Provider, response, clock.GetUtcNow());
                if (response.Content.Headers.ContentLength > most)
                    throw TooLarge(session, most);
                await CopyAsync(session, response, most, into, token);
                return true;
            },
            cancellationToken
        );

    public void Dispose() => http?.Dispose();

    private HttpClient Open()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = 8,
            MaxResponseHeadersLength = 64,
            // A host that moved is found again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        var opened = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        // MusicBrainz and Open Library ask for a name, a version and somebody to write to; the nameless they slow down.
        opened.DefaultRequestHeaders.UserAgent.ParseAdd(
            $"Colophon/{ServerOptions.Version} ({options.Contact ?? "self-hosted"})"
        );
        return opened;
    }

    private async Task<HttpResponseMessage> FollowAsync(
        ProviderSession session,
        Uri target,
        ProviderRequest? request,
        CancellationToken cancellationToken
    )
    {
        for (var hops = 0; ; hops++)
        {
            if (!ProviderHosts.MayAsk(session, target, request))
                throw Refused(session, $"sends requests on to {target.Host}, which is none of its hosts");
            using var message = Message(session, request, target);
            var response = await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is not (>= HttpStatusCode.Moved and < HttpStatusCode.BadRequest))
                return response;
            var location = response.Headers.Location;
            response.Dispose();
            if (location is null || hops == MostRedirects)
                throw Refused(session, "sends requests around in circles");
            target = new Uri(target, location);
        }
    }

    /// <param name="request">Null: a picture, for which no key is needed.</param>
    private static HttpRequestMessage Message(ProviderSession session, ProviderRequest? request, Uri target)
    {
        var message = new HttpRequestMessage(request?.Body is null ? HttpMethod.Get : HttpMethod.Post, target);
        message.Headers.Accept.ParseAdd(request is null ? "image/*" : "application/json");
        if (request?.Body is { } body)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (request is not null && ProviderHosts.IsOwn(session, target))
            foreach (var (name, value) in request.SecretHeaders)
                message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static async Task CopyAsync(
        ProviderSession session,
        HttpResponseMessage response,
        long most,
        Stream into,
        CancellationToken cancellationToken
    )
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            for (var total = 0L; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
            {
                total += read;
                if (total > most)
                    throw TooLarge(session, most);
                into.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static ProviderException TooLarge(ProviderSession session, long most) =>
        Refused(session, $"answers with more than {most / (1024 * 1024)} MB");

    /// <summary>Failures of the network as a provider's.</summary>
    private async Task<T> WithinAsync<T>(
        ProviderSession session,
        string path,
        Func<CancellationToken, Task<T>> send,
        CancellationToken cancellationToken
    )
    {
        var title = session.Provider.Facts.Title;
        using var patience = new CancellationTokenSource(AnswerWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await send(both.Token);
        }
        catch (OperationCanceledException e) when (patience.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ProviderException(
                ProviderTrouble.Down,
                $"{title} did not answer within {AnswerWithin.TotalSeconds:0} seconds ({path}).",
                e
            );
        }
        catch (HttpRequestException e)
        {
            throw new ProviderException(ProviderTrouble.Down, $"{title} cannot be reached: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new ProviderException(ProviderTrouble.Down, $"{title} broke off its answer: {e.Message}", e);
        }
    }

    private static ProviderException Refused(ProviderSession session, string what) =>
        new(ProviderTrouble.Refused, $"{session.Provider.Facts.Title} {what}.");
}
