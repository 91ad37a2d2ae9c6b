using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Colophon.Server.Platform.Http;

/// <summary>A type that JSON shows in a form of its own describes that form here.</summary>
public interface IDescribesSchema
{
    static abstract void Describe(OpenApiSchema schema);
}

/// <summary>
/// Makes schemas say what is really sent: every member is there (a field without value is null, never left out), unless it is one
/// of a request that may be left out; nothing else is taken.
/// </summary>
internal static class ExactSchemas
{
    public static Task Transform(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var info = context.JsonTypeInfo;
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (
                type == info.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null,
                "date-time"
            );
        else if (type.IsAssignableTo(typeof(IDescribesSchema)))
            Describe(type, schema, MayBeNull(context.JsonPropertyInfo));
        else if (info.Kind is JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 })
            schema.Required = info
                .Properties.Where(property => schema.Properties.ContainsKey(property.Name) && !MayBeAbsent(property))
                .Select(property => property.Name)
                .ToHashSet(StringComparer.Ordinal);
        if (AllowedWords(context.JsonPropertyInfo) is { } words)
            schema.Enum = [.. words.Select(word => JsonValue.Create(word))];
        if (type == typeof(Problem))
            schema.AdditionalPropertiesAllowed = true;
        return Task.CompletedTask;
    }

    private static bool MayBeAbsent(JsonPropertyInfo property)
    {
        if (property.AssociatedParameter is { HasDefaultValue: true })
            return true;
        var ignored = property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true);
        return ignored is [JsonIgnoreAttribute { Condition: not JsonIgnoreCondition.Never }];
    }

    // A text of which only a few words are sent says so with AllowedValues: the pages' types are made from it.
    private static IEnumerable<string>? AllowedWords(JsonPropertyInfo? property) =>
        property?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: true)
            is [AllowedValuesAttribute allowed]
            ? allowed.Values.OfType<string>()
            : null;

    private static bool MayBeNull(JsonPropertyInfo? property) =>
        property is { IsGetNullable: true } or { IsSetNullable: true };

    private static void Describe(Type type, OpenApiSchema schema, bool nullable)
    {
        typeof(ExactSchemas)
            .GetMethod(nameof(DescribeAs), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .Invoke(null, [schema]);
        if (nullable)
            schema.OneOf?.Add(new OpenApiSchema { Type = JsonSchemaType.Null });
    }

    private static void DescribeAs<T>(OpenApiSchema schema)
        where T : IDescribesSchema => T.Describe(schema);
}
