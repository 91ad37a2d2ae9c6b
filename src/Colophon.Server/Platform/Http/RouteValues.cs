using Microsoft.AspNetCore.Http.Metadata;

namespace Colophon.Server.Platform.Http;

/// <summary>An id in the address that is not an integer is an address where nothing is: 404, and only after 401 and 403.</summary>
internal static class RouteValues
{
    public static ApiError? Refusal(HttpContext context, RouteEndpoint endpoint)
    {
        if (endpoint.RoutePattern.Parameters.Count == 0)
            return null;
        foreach (var parameter in endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>())
            if (
                parameter.ParameterInfo.ParameterType == typeof(long)
                && context.Request.RouteValues.TryGetValue(parameter.Name, out var value)
                && !long.TryParse(value as string, System.Globalization.NumberStyles.None, null, out _)
            )
                return ApiErrors.NotFound();
        return null;
    }
}
