using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Colophon.Server.Platform.Http;

/// <summary>The revision that a writer has seen, from <c>If-Match</c>; an endpoint takes it as a parameter.</summary>
/// <param name="Revision">Null: whichever it has now.</param>
public sealed record IfMatch(long? Revision)
{
    private const long NeverCurrent = -1;

    /// <summary>How minimal APIs bind the parameter. A tag that is none of ours matches nothing.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
            return ValueTask.FromResult(new IfMatch(Revision: null));
        var isOurs = long.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
        return ValueTask.FromResult(new IfMatch(isOurs ? revision : NeverCurrent));
    }

    /// <exception cref="ApiErrorException">412: somebody changed it in the meantime.</exception>
    public void Check(long current)
    {
        if (Revision is { } seen && seen != current)
            throw ApiErrors.ItemChanged().AsException();
    }

    /// <summary>Tells the revision that the next <c>If-Match</c> may name.</summary>
    public static void Tag(HttpResponse response, long revision) =>
        response.Headers[HeaderNames.ETag] = $"\"{revision}\"";
}
