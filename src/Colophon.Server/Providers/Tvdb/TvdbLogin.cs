using System.Text.Json;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>The exchange of a key for a token, which is good for a month.</summary>
internal static class TvdbLogin
{
    private const string Path = "login";

    public static bool Is(ProviderRequest request) => request.Path == Path;

    /// <summary>A key is written as <c>key</c>, or with the PIN of a subscriber as <c>key:pin</c>.</summary>
    public static async Task<string> AskAsync(ProviderSession session, CancellationToken cancellationToken)
    {
        var parts = (session.Key ?? "").Split(':', 2, StringSplitOptions.TrimEntries);
        // "Otherwise completely remove pin from your call", says its documentation.
        var body = parts is [var key, { Length: > 0 } pin]
            ? JsonSerializer.Serialize(new { apikey = key, pin })
            : JsonSerializer.Serialize(new { apikey = parts[0] });
        var request = new ProviderRequest(Path) { Body = body, GoodFor = TimeSpan.Zero };
        var answer = await session.GetAsync(request, cancellationToken) ?? default;
        return answer.At("data").Text("token")
            ?? throw new ProviderException(ProviderTrouble.Refused, "TheTVDB answered the key with no token.");
    }
}
