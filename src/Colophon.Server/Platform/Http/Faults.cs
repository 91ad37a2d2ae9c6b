using System.Data.Common;
using Colophon.Jobs;

namespace Colophon.Server.Platform.Http;

/// <summary>The one place where a refusal thrown on the way, refused input and faults become problem answers.</summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBareRefusal(context))
                await BareRefusal(context).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault)
        {
            if (context.Response.HasStarted)
                throw;
            await ErrorOf(fault, context).ExecuteAsync(context);
        }
    }

    private ApiError ErrorOf(Exception fault, HttpContext context)
    {
        // Headers that the failed endpoint set for its answer (a length, a type) do not fit the refusal.
        context.Response.ContentLength = null;
        switch (fault)
        {
            case ApiErrorException refusal:
                return refusal.Error;
            case BadHttpRequestException refused:
                return RefusedInput.Explain(refused, context);
            // The store has told its trouble in the log already, and tells it at /health/ready until it is over.
            case DbException when context.RequestServices.GetService<IDatabase>()?.Diagnose(fault) is { } trouble:
                return ApiErrors.Unavailable(trouble.Code, trouble.Message);
            default:
                LogFault(fault, context.Request.Method, context.Request.Path);
                return ApiErrors.Fault();
        }
    }

    private static ApiError BareRefusal(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest
            ? RefusedInput.Explain(context)
            : ApiErrors.ForStatus(context.Response.StatusCode);

    private static bool IsBareRefusal(HttpContext context) =>
        context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }
        && !HttpMethods.IsHead(context.Request.Method);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFault(Exception fault, string method, string path);
}
