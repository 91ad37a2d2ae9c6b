using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>
/// What the binding that is made at build time tells the description wrongly: that a repeated word of the query must be there,
/// and nothing of the name under which a form has a word.
/// </summary>
internal static class BoundInputs
{
    public static Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (parameter is { In: ParameterLocation.Query, Schema.Type: JsonSchemaType.Array })
                parameter.Required = false;
        foreach (var content in operation.RequestBody?.Content?.Values ?? [])
            NameWords(content.Schema as OpenApiSchema, context.Description);
        return Task.CompletedTask;
    }

    private static void NameWords(OpenApiSchema? form, Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description)
    {
        if (form?.AllOf is not { } parts)
            return;
        var words = description.ParameterDescriptions.Where(parameter =>
            parameter.Source == BindingSource.FormFile && parameter.Type == typeof(string)
        );
        foreach (var word in words)
        {
            var at = parts.ToList().FindIndex(part => part is OpenApiSchema { Type: JsonSchemaType.String });
            (form.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(word.Name);
            parts[at] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { [word.Name] = parts[at] },
            };
        }
    }
}
