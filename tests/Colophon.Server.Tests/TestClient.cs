using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests;

/// <summary>A browser of one user: keeps the cookie and sends the header that proves it is our page.</summary>
public sealed class TestClient : IDisposable
{
    private static readonly Uri CookieHome = new("http://127.0.0.1/");
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private Uri server;

    public TestClient(Uri server)
    {
        this.server = server;
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Colophon"] = "1" };
    }

    /// <summary>Sent with every request.</summary>
    public Dictionary<string, string> Headers { get; }

    public string CookieHeader => cookies.GetCookieHeader(CookieHome);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    /// <summary>The answer's JSON; fails unless it is 200.</summary>
    public async Task<JsonNode> GetAsync(string path) => (await SendAsync("GET", path)).Expect(200);

    public async Task<JsonNode> PostAsync(string path, object? body = null, int expected = 200) =>
        (await SendAsync("POST", path, body)).Expect(expected);

    public async Task<JsonNode> PutAsync(string path, object body) => (await SendAsync("PUT", path, body)).Expect(200);

    public async Task<JsonNode> PatchAsync(string path, object body) =>
        (await SendAsync("PATCH", path, body)).Expect(200);

    public async Task DeleteAsync(string path) => (await SendAsync("DELETE", path)).Expect(204);

    /// <summary>Sends anything and takes any answer. A string is sent as it is, an object as JSON.</summary>
    public async Task<Answer> SendAsync(string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server, path));
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (cookies.Count > 0)
            request.Headers.TryAddWithoutValidation("Cookie", CookieHeader);
        if (body is not null)
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body, ApiJson.Options),
                Encoding.UTF8,
                "application/json"
            );
        using var response = await http.SendAsync(request, Token);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                cookies.SetCookies(CookieHome, cookie);
        return await Answer.ReadAsync(response, Token);
    }

    /// <summary>The same browser at another node.</summary>
    public TestClient On(Uri node)
    {
        var client = new TestClient(node);
        foreach (Cookie cookie in cookies.GetCookies(CookieHome))
            client.cookies.Add(CookieHome, new Cookie(cookie.Name, cookie.Value));
        return client;
    }

    internal void MoveTo(Uri address) => server = address;
}
