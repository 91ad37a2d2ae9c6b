using Microsoft.AspNetCore.SignalR;

namespace Colophon.Server.Platform.Http;

/// <summary>Finds out who calls. Implemented by Access.</summary>
public interface ICallerSource
{
    ValueTask<SignIn?> FindAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>The caller as one who sees only libraries of the types that a permission of items lets into.</summary>
    ValueTask<Caller> NarrowAsync(Caller caller, string permission, CancellationToken cancellationToken);
}

public sealed record SignIn(Caller Caller, SignInMeans Means);

public enum SignInMeans
{
    Cookie,
    ApiKey,
}

/// <summary>Lets a request through to its endpoint, or refuses: 401, then csrf, then permission, then ids that cannot be ids.</summary>
internal sealed class Admit(RequestDelegate next, ICallerSource callers)
{
    private const string CsrfHeader = "X-Colophon";

    public async Task InvokeAsync(HttpContext context)
    {
        var refusal = await RefusalAsync(context);
        await (refusal is null ? next(context) : refusal.ExecuteAsync(context));
    }

    private async ValueTask<ApiError?> RefusalAsync(HttpContext context)
    {
        // No endpoint: the web pages or a 404. Not a RouteEndpoint: routing's own answer (405, 415).
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
            return null;
        var access = endpoint.Metadata.GetMetadata<EndpointAccess>();
        if (access?.Admission is Admission.Anyone)
            return RouteValues.Refusal(context, endpoint);
        var signIn = await callers.FindAsync(context, context.RequestAborted);
        if (signIn is null)
            return ApiErrors.Unauthenticated();
        context.Features.Set(signIn);
        context.Features.Set(signIn.Caller);
        if (signIn.Means is SignInMeans.Cookie && IsUnprovenWrite(context, endpoint))
            return ApiErrors.Csrf();
        if (access is null)
            return ApiErrors.Forbidden();
        if (access.Permission is { } permission && !signIn.Caller.May(permission))
            return ApiErrors.Forbidden(permission);
        if (access.Permission is { } asked && signIn.Caller.IsNarrowed(asked))
            context.Features.Set(await callers.NarrowAsync(signIn.Caller, asked, context.RequestAborted));
        return RouteValues.Refusal(context, endpoint);
    }

    // A page of another origin can make a browser send the cookie, but not this header. The hub checks Origin itself.
    private static bool IsUnprovenWrite(HttpContext context, RouteEndpoint endpoint)
    {
        var method = context.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        return !reads
            && context.Request.Headers[CsrfHeader] != "1"
            && endpoint.Metadata.GetMetadata<HubMetadata>() is null;
    }
}
