using System.Collections.Frozen;
using System.Security.Cryptography;
using Colophon.Server.Platform.Hosting;
using Microsoft.AspNetCore.StaticFiles;

namespace Colophon.Server.Platform.Http;

/// <summary>
/// The built web pages. All names are known at start, so an address can only name one of them; an address of the application
/// itself (<c>/libraries/3</c>) gets <c>index.html</c>.
/// </summary>
internal sealed class WebFiles
{
    private const string HashedFolder = "/assets/";
    private const string Index = "/index.html";
    private static readonly string[] OtherWorlds = ["/api", "/health", "/metrics"];
    private readonly FrozenDictionary<string, WebFile> files;

    public WebFiles(ServerOptions options)
    {
        var folder = new DirectoryInfo(options.WebFolder);
        files = (folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories) : [])
            .Select(file => WebFile.Of("/" + Path.GetRelativePath(folder.FullName, file.FullName), file))
            .ToFrozenDictionary(file => file.Address, StringComparer.Ordinal);
    }

    /// <summary>Answers a request that no endpoint took.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        if (OtherWorlds.Any(world => request.Path.StartsWithSegments(world, StringComparison.OrdinalIgnoreCase)))
            return ApiErrors.NotFound().ExecuteAsync(context);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return ApiErrors.MethodNotAllowed().ExecuteAsync(context);
        var isFile = files.TryGetValue(path, out var file);
        // A missing script must not be answered by a page: the browser would try to run it.
        if (!isFile && (Path.HasExtension(path) || path.StartsWith(HashedFolder, StringComparison.Ordinal)))
            return ApiErrors.NotFound().ExecuteAsync(context);
        return isFile || files.TryGetValue(Index, out file)
            ? SendAsync(context, path, file!)
            : ApiErrors.NotFound("The web pages are not built: ./run build makes them.").ExecuteAsync(context);
    }

    private Task SendAsync(HttpContext context, string path, WebFile file)
    {
        var headers = context.Response.Headers;
        headers.ETag = file.ETag;
        headers.CacheControl = path.StartsWith(HashedFolder, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == file.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = file.ContentType;
        var (sent, encoding) = Smallest(context, file);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        context.Response.ContentLength = sent.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.SendFileAsync(sent.FullPath, context.RequestAborted);
    }

    private (WebFile File, string? Encoding) Smallest(HttpContext context, WebFile file)
    {
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        if (
            accepted.Contains("br", StringComparison.Ordinal) && files.TryGetValue(file.Address + ".br", out var brotli)
        )
            return (brotli, "br");
        if (
            accepted.Contains("gzip", StringComparison.Ordinal) && files.TryGetValue(file.Address + ".gz", out var gzip)
        )
            return (gzip, "gzip");
        return (file, null);
    }

    private sealed record WebFile(string Address, string FullPath, long Length, string ETag, string ContentType)
    {
        private static readonly FileExtensionContentTypeProvider Types = new();

        public static WebFile Of(string address, FileInfo file)
        {
            using var content = file.OpenRead();
            var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
            var type = Types.TryGetContentType(address, out var known) ? known : "application/octet-stream";
            var isText = type.StartsWith("text/", StringComparison.Ordinal);
            return new WebFile(
                address,
                file.FullName,
                file.Length,
                $"\"{hash}\"",
                isText ? $"{type}; charset=utf-8" : type
            );
        }
    }
}
