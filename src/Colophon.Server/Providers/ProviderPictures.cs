using Colophon.Formats.Pictures;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Providers;

/// <summary>
/// GET /api/providers/{name}/picture: a small picture of a candidate, passed on. Pages load nothing from other hosts, and a provider learns
/// nothing about who looks.
/// </summary>
internal static class ProviderPictures
{
    private const int Most = 5 * 1024 * 1024;

    public static async Task<Results<FileContentHttpResult, ApiError>> HandleAsync(
        string name,
        string address,
        ProviderList list,
        ProviderSessions sessions,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (list.Find(name) is not { } provider || !Uri.TryCreate(address, UriKind.Absolute, out var picture))
            return ApiErrors.NotFound();
        var session = await sessions.OpenAsync(provider, new SessionWishes(), cancellationToken);
        if (!session.Account.IsUsable(provider.Facts))
            return ApiErrors.NotFound();
        using var content = new MemoryStream();
        try
        {
            await session.DownloadAsync(picture, Most, content, cancellationToken);
        }
        catch (ProviderException failed)
        {
            return ApiErrors.ProviderFailed(failed.Message);
        }
        var bytes = content.ToArray();
        // By content: what a provider calls a picture may be a page.
        if (PictureFacts.Sniff(bytes) is not { } facts)
            return ApiErrors.ProviderFailed($"{provider.Facts.Title} sent something that is no picture.");
        response.Headers.CacheControl = "private, max-age=604800, immutable";
        return TypedResults.File(bytes, facts.MediaType);
    }
}
