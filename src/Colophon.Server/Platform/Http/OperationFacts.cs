using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>Adds to an operation what its endpoint declares elsewhere: paging, permission, refusals.</summary>
internal static class OperationFacts
{
    private const string ProblemName = nameof(Problem);

    public static async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= OperationIdOf(context.Description);
        foreach (var bounds in metadata.OfType<PageBoundsAttribute>().TakeLast(1))
            AddPaging(operation, bounds);
        foreach (var shapes in metadata.OfType<AnswerShapes>())
            await shapes.DescribeAsync(operation, context, cancellationToken);
        var access = metadata.OfType<EndpointAccess>().LastOrDefault();
        if (access?.Permission is { } permission)
            operation.Description = $"{operation.Description}\n\n{Needed(permission)}".Trim();
        await AddProblemsAsync(operation, context, StatusesOf(operation, metadata, access), cancellationToken);
    }

    private static string Needed(string permission) =>
        Permissions.ByLibraryType(permission) is { Count: > 0 } kinds
            ? $"Needs {string.Join(" or ", kinds.Values.Select(kind => $"`{kind}`"))}, as the type of the library asks."
            : $"Needs `{permission}`.";

    private static SortedSet<int> StatusesOf(OpenApiOperation operation, IList<object> metadata, EndpointAccess? access)
    {
        var statuses = new SortedSet<int>(
            metadata.OfType<EndpointRefusals>().SelectMany(refusals => refusals.Statuses)
        );
        if (
            operation.RequestBody is not null
            || operation.Parameters?.Any(p => p.In is ParameterLocation.Query) == true
        )
            statuses.Add(StatusCodes.Status400BadRequest);
        if (operation.Parameters?.Any(parameter => parameter.In is ParameterLocation.Path) == true)
            statuses.Add(StatusCodes.Status404NotFound);
        if (access is not { Admission: Admission.Anyone })
            statuses.UnionWith([StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden]);
        return statuses;
    }

    private static async Task AddProblemsAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        SortedSet<int> statuses,
        CancellationToken cancellationToken
    )
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        context.Document!.AddComponent(ProblemName, schema);
        foreach (var status in statuses)
            (operation.Responses ??= [])[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [Problem.MediaType] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchemaReference(ProblemName, context.Document),
                    },
                },
            };
    }

    private static void AddPaging(OpenApiOperation operation, PageBoundsAttribute bounds)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(WholeNumber("limit", 1, bounds.MaxLimit, bounds.DefaultLimit));
        operation.Parameters.Add(WholeNumber("offset", 0, null, 0));
    }

    private static OpenApiParameter WholeNumber(string name, int least, int? most, int otherwise) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = least.ToString(CultureInfo.InvariantCulture),
                Maximum = most?.ToString(CultureInfo.InvariantCulture),
                Default = JsonValue.Create(otherwise),
            },
        };

    private static string OperationIdOf(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription description)
    {
        var words = $"{description.HttpMethod?.ToLowerInvariant()}/{description.RelativePath}".Split(
            ['/', '-', '_', '{', '}', '.'],
            StringSplitOptions.RemoveEmptyEntries
        );
        return string.Concat(words.Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
