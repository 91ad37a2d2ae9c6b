using System.Net;
using System.Text.Json;

namespace Colophon.Server.Providers.Http;

/// <summary>What a status and a body mean.</summary>
internal static class AnswerReading
{
    private static readonly JsonDocumentOptions Plain = new() { MaxDepth = 64 };

    /// <exception cref="ProviderException">Neither an answer nor "no such thing".</exception>
    public static ProviderAnswer Read(IProvider provider, HttpResponseMessage response, byte[] body, DateTimeOffset now)
    {
        var json = Parse(body);
        var status = response.StatusCode;
        if (response.IsSuccessStatusCode)
            return json is null
                ? throw new ProviderException(
                    ProviderTrouble.Refused,
                    $"{provider.Facts.Title} answered with something that is not JSON."
                )
                : new ProviderAnswer(HttpStatusCode.OK, json);
        var until = RetryAfter(response, now);
        return (provider.Judge(status, json ?? default) ?? TroubleOf(status, until)) is { } trouble
            ? throw Refusal(provider, trouble, status, until)
            : new ProviderAnswer(HttpStatusCode.NotFound, null);
    }

    /// <summary>Of a picture, for which "no such thing" is a refusal too.</summary>
    public static ProviderException Refusal(IProvider provider, HttpResponseMessage response, DateTimeOffset now)
    {
        var until = RetryAfter(response, now);
        var trouble = TroubleOf(response.StatusCode, until) ?? ProviderTrouble.Refused;
        // Pictures need no key: a host that forbids one speaks of that one.
        return Refusal(
            provider,
            trouble == ProviderTrouble.Key ? ProviderTrouble.Refused : trouble,
            response.StatusCode,
            until
        );
    }

    private static ProviderException Refusal(
        IProvider provider,
        ProviderTrouble trouble,
        HttpStatusCode status,
        DateTimeOffset? until
    ) => new(trouble, Sentence(provider.Facts.Title, trouble, (int)status)) { Until = until };

    private static ProviderTrouble? TroubleOf(HttpStatusCode status, DateTimeOffset? until) =>
        status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => null,
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ProviderTrouble.Key,
            HttpStatusCode.TooManyRequests => ProviderTrouble.Limited,
            HttpStatusCode.ServiceUnavailable when until is not null => ProviderTrouble.Limited,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => ProviderTrouble.Down,
            _ => ProviderTrouble.Refused,
        };

    private static string Sentence(string title, ProviderTrouble trouble, int status) =>
        trouble switch
        {
            ProviderTrouble.Key => $"{title} does not accept the key ({status}).",
            ProviderTrouble.Limited => $"{title} was asked too often ({status}).",
            ProviderTrouble.Down => $"{title} has trouble of its own ({status}).",
            _ => $"{title} refused the request ({status}).",
        };

    private static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + delta,
            { Date: { } date } => date > now ? date : now,
            _ => null,
        };

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Plain);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
