using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>An endpoint whose 200 has one of several shapes says which; the description then shows them all.</summary>
public sealed record AnswerShapes(IReadOnlyList<Type> Types)
{
    internal async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var shapes = new List<IOpenApiSchema>();
        foreach (var type in Types)
        {
            var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
            context.Document!.AddComponent(type.Name, schema);
            shapes.Add(new OpenApiSchemaReference(type.Name, context.Document));
        }
        (operation.Responses ??= [])["200"] = new OpenApiResponse
        {
            Description = "OK",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = new OpenApiSchema { OneOf = shapes } },
            },
        };
    }
}

public static class AnswerShapesExtensions
{
    /// <summary>Describes the shapes that the answer 200 may have.</summary>
    public static TBuilder AnswersOneOf<TBuilder>(this TBuilder builder, params Type[] types)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new AnswerShapes(types)));
        return builder;
    }
}
