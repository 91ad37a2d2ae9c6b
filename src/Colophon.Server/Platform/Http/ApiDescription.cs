using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>The OpenAPI document, from which the web pages' types are made.</summary>
public static class ApiDescription
{
    public const string Address = "/api/openapi.json";
    private const string DocumentName = "colophon";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            }
        );

    public static void MapApiDescription(this WebApplication app) =>
        app.MapGet(
                Address,
                async (HttpContext context, CancellationToken cancellationToken) =>
                    TypedResults.Text(await DocumentAsync(app, cancellationToken), "application/json")
            )
            .Anonymous()
            .ExcludeFromDescription();

    public static async Task<string> DocumentAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(text));
        return text.ToString();
    }
}
