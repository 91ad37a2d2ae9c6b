using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Colophon.Testing.Loopback;

/// <summary>
/// A real HTTP server on loopback that stands for a provider: it answers what a test told it to, notes what it was asked, and can be
/// limited, slow, broken or gone.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<LoopbackRequest, LoopbackAnswer>> rules = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentQueue<LoopbackRequest> requests = new();
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> recent = new();
    private readonly WebApplication app;
    private (int Times, TimeSpan Per)? limit;
    private string? free;
    private int overLimit;
    private volatile Func<LoopbackRequest, LoopbackAnswer?>? fault;

    private LoopbackServer(WebApplication app) => this.app = app;

    /// <summary>Ends with a slash.</summary>
    public Uri Address => new($"{app.Urls.Single()}/");

    /// <summary>All it was asked, oldest first.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <summary>How many requests came although the limit was spent.</summary>
    public int OverLimit => Volatile.Read(ref overLimit);

    public static async Task<LoopbackServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var built = builder.Build();
        var server = new LoopbackServer(built);
        built.Run(server.HandleAsync);
        await built.StartAsync();
        return server;
    }

    /// <summary>Answers requests for this path.</summary>
    /// <param name="path">Without query, with its leading slash; a star at its end stands for anything.</param>
    public LoopbackServer On(string path, Func<LoopbackRequest, LoopbackAnswer> answer)
    {
        rules[path] = answer;
        return this;
    }

    public LoopbackServer On(string path, string json) => On(path, _ => LoopbackAnswer.Json(json));

    /// <summary>What every request gets instead, where the function says something; null takes it back.</summary>
    public void Break(Func<LoopbackRequest, LoopbackAnswer?>? with) => fault = with;

    /// <summary>More than so many in any span of that length get 429, and are counted.</summary>
    /// <param name="except">Where paths begin that are free.</param>
    public void LimitTo(int times, TimeSpan per, string? except = null)
    {
        lock (gate)
            (limit, free) = ((times, per), except);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var request = new LoopbackRequest(
            context.Request.Method,
            context.Request.Path.Value ?? "/",
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(
                pair => pair.Key,
                pair => pair.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            await body.ReadToEndAsync(context.RequestAborted)
        );
        requests.Enqueue(request);
        var answer = IsOverLimit(request)
            ? LoopbackAnswer.TooMany(TimeSpan.FromSeconds(1))
            : fault?.Invoke(request) ?? Rule(request)?.Invoke(request) ?? LoopbackAnswer.NotFound;
        if (answer.Wait is { } wait)
            await wait.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = (int)answer.Status;
        context.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private Func<LoopbackRequest, LoopbackAnswer>? Rule(LoopbackRequest request)
    {
        if (rules.TryGetValue(request.Path, out var exact))
            return exact;
        var near = rules
            .Keys.Where(path => path.EndsWith('*') && request.Path.StartsWith(path[..^1], StringComparison.Ordinal))
            .MaxBy(path => path.Length);
        return near is null ? null : rules[near];
    }

    private bool IsOverLimit(LoopbackRequest request)
    {
        lock (gate)
        {
            if (
                limit is not var (times, per)
                || (free is not null && request.Path.StartsWith(free, StringComparison.Ordinal))
            )
                return false;
            var now = TimeProvider.System.GetUtcNow();
            while (recent.TryPeek(out var oldest) && oldest <= now - per)
                recent.Dequeue();
            if (recent.Count >= times)
            {
                overLimit++;
                return true;
            }
            recent.Enqueue(now);
            return false;
        }
    }
}

/// <summary>What the server was asked.</summary>
/// <param name="Path">With its leading slash, without query.</param>
public sealed record LoopbackRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    public string? Asked(string parameter) => Query.GetValueOrDefault(parameter);

    public override string ToString() =>
        $"{Method} {Path}{(Query.Count == 0 ? "" : $"?{string.Join('&', Query.Select(pair => $"{pair.Key}={pair.Value}"))}")}";
}

/// <summary>What it answers.</summary>
public sealed record LoopbackAnswer(HttpStatusCode Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Ends before the answer begins.</summary>
    public Task? Wait { get; init; }

    public static LoopbackAnswer NotFound { get; } = Of(HttpStatusCode.NotFound, "{}");

    public static LoopbackAnswer Json(string json) => Of(HttpStatusCode.OK, json);

    public static LoopbackAnswer Of(HttpStatusCode status, string json) =>
        new(status, "application/json; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(json));

    public static LoopbackAnswer Html(string html) =>
        new(HttpStatusCode.OK, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(html));

    public static LoopbackAnswer Picture(byte[] content, string type = "image/jpeg") =>
        new(HttpStatusCode.OK, type, content);

    public static LoopbackAnswer TooMany(TimeSpan retryAfter) =>
        Of(HttpStatusCode.TooManyRequests, "{}") with
        {
            Headers = [("Retry-After", $"{retryAfter.TotalSeconds:0}")],
        };

    public static LoopbackAnswer To(string location) =>
        Of(HttpStatusCode.Found, "") with
        {
            Headers = [("Location", location)],
        };
}
