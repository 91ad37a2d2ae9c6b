using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Colophon.Testing.Outside;

/// <summary>
/// Talks to a server over HTTP and nothing else, as the contract says: what it knows of the product is the addresses and
/// the JSON. Answers are <see cref="JsonNode"/>s, so that no type of the server is shared.
/// </summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    public ApiClient(Uri address)
    {
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("X-Colophon", "1");
    }

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(path, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    public async Task<byte[]?> GetBytesAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(path, cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancellationToken) : null;
    }

    public async Task<JsonNode> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(path, body, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    public async Task<JsonNode> PutAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(path, body, cancellationToken);
        return await ReadAsync(answer, cancellationToken);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(path, cancellationToken);
        await ReadAsync(answer, cancellationToken);
    }

    /// <summary>Makes the administrator on a fresh server, signs in on any other.</summary>
    public async Task SignInAsync(string username, string password, CancellationToken cancellationToken)
    {
        var setup = await GetAsync("/api/setup", cancellationToken);
        var path = (bool)setup["needs_setup"]! ? "/api/setup" : "/api/auth/login";
        await PostAsync(path, new { username, password }, cancellationToken);
    }

    /// <summary>Pages through a list: <c>ListAsync("/api/books?library_id=1", "books", ...)</c>.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(
        string path,
        string plural,
        int pageSize,
        CancellationToken cancellationToken
    )
    {
        var all = new List<JsonNode>();
        var separator = path.Contains('?') ? '&' : '?';
        while (true)
        {
            var page = await GetAsync($"{path}{separator}limit={pageSize}&offset={all.Count}", cancellationToken);
            var rows = page[plural]!.AsArray();
            all.AddRange(rows.Select(row => row!));
            if (rows.Count == 0 || all.Count >= (int)page["total"]!)
                return all;
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new ApiRefusedException((int)answer.StatusCode, text);
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }
}
