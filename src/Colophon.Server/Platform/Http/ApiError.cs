using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Colophon.Server.Platform.Http;

/// <summary>
/// An expected refusal. An endpoint returns it (<c>Results&lt;Ok&lt;T&gt;, ApiError&gt;</c>); code inside a write
/// transaction throws <see cref="ApiErrorException"/> with it so that the transaction is rolled back.
/// Made only by <see cref="ApiErrors"/>, where every code stands once.
/// </summary>
public sealed record ApiError(int Status, string Code, string Detail) : IResult, IEndpointMetadataProvider
{
    /// <summary>What is wrong, by field of the body or query (<c>paths</c>, <c>limit</c>).</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further members of the answer, in snake_case (<c>job_id</c>).</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ApiErrorException AsException() => new(this);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString();
        return response.WriteAsJsonAsync(
            Problem.Of(this),
            options: null,
            contentType: Problem.MediaType,
            httpContext.RequestAborted
        );
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        // Problem answers are described for all operations in one place, by what the endpoint requires and takes.
    }
}

/// <summary>Carries an <see cref="ApiError"/> out of a write transaction.</summary>
public sealed class ApiErrorException(ApiError error) : Exception(error.Detail)
{
    public ApiError Error => error;
}

/// <summary>The body of every refusal (RFC 9457) with our stable <c>code</c>.</summary>
public sealed record Problem(string Type, string Title, int Status, string Code, string Detail)
{
    public const string MediaType = "application/problem+json";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    [JsonExtensionData]
    public Dictionary<string, object?>? Extensions { get; init; }

    internal static Problem Of(ApiError error) =>
        new(
            $"urn:colophon:error:{error.Code}",
            Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(error.Status),
            error.Status,
            error.Code,
            error.Detail
        )
        {
            Errors = error.Errors,
            Extensions = error.Extensions is null ? null : new Dictionary<string, object?>(error.Extensions),
        };
}
