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

    private readonly HttpClient http;
    private readonly TimeProvider clock;

    public ProviderWire(TimeProvider clock)
    {
        this.clock = clock;
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
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"Colophon/{ServerOptions.Version.Split('+')[0]} (self-hosted)");
    }

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
                using var response = await FollowAsync(session, request, token);
                var body = await ReadAsync(session, response, MostBytes, token);
                return AnswerReading.Read(session.Provider, response, body, clock.GetUtcNow());
            },
            cancellationToken
        );

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> FollowAsync(
        ProviderSession session,
        ProviderRequest request,
        CancellationToken cancellationToken
    )
    {
        var target = request.AddressBelow(session.Address);
        for (var hops = 0; ; hops++)
        {
            if (!ProviderHosts.MayAsk(session, target))
                throw Refused(session, $"sends requests on to {target.Host}, which is none of its hosts");
            using var message = Message(session, request, target);
            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is not (>= HttpStatusCode.Moved and < HttpStatusCode.BadRequest))
                return response;
            var location = response.Headers.Location;
            response.Dispose();
            if (location is null || hops == MostRedirects)
                throw Refused(session, "sends requests around in circles");
            target = new Uri(target, location);
        }
    }

    private static HttpRequestMessage Message(ProviderSession session, ProviderRequest request, Uri target)
    {
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, target);
        message.Headers.Accept.ParseAdd("application/json");
        if (request.Body is { } body)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ProviderHosts.IsOwn(session, target))
            foreach (var (name, value) in request.SecretHeaders)
                message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static async Task<byte[]> ReadAsync(
        ProviderSession session,
        HttpResponseMessage response,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > most)
                throw Refused(session, $"answers with more than {most / (1024 * 1024)} MB");
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

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
