using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Colophon.Server.Platform.Hosting;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>The OpenAPI document, from which the web pages' types are made: what it says is what the server does.</summary>
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
                options.CreateSchemaReferenceId = new SchemaNames().Of;
                options.AddSchemaTransformer(ExactSchemas.Transform);
                options.AddOperationTransformer(BoundInputs.TransformAsync);
                options.AddOperationTransformer(OperationFacts.TransformAsync);
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo { Title = "Colophon", Version = ServerOptions.Version };
                        document.Servers?.Clear();
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapApiReference();
        string? made = null; // the endpoints do not change once it runs
        app.MapGet(
                Address,
                async (CancellationToken cancellationToken) =>
                    TypedResults.Text(made ??= await DocumentAsync(app, cancellationToken), "application/json")
            )
            .Anonymous()
            .ExcludeFromDescription();
    }

    public static async Task<string> DocumentAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(cancellationToken);
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiJsonWriter(text));
        return text + "\n";
    }

    /// <summary>One schema a record, by its name; two records of one name would silently become one, so that stops the build of the document.</summary>
    private sealed class SchemaNames
    {
        private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);

        public string? Of(JsonTypeInfo info)
        {
            var name = OpenApiOptions.CreateDefaultSchemaReferenceId(info);
            var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
            if (name is null)
                return null;
            lock (types)
                if (!types.TryAdd(name, type) && types[name] != type)
                    throw new InvalidOperationException(
                        $"{types[name].FullName} and {type.FullName} have the same name in the API description: rename one."
                    );
            return name;
        }
    }
}
