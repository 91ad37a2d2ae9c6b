using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Colophon.Server.Platform.Http;

/// <summary>
/// <c>limit</c> and <c>offset</c> of a list, checked against its bounds: take it as a parameter, <c>Paging paging</c> for catalog lists,
/// <c>[PageBounds(100, 10)] Paging paging</c> for others.
/// </summary>
public sealed record Paging(int Limit, int Offset) : IEndpointParameterMetadataProvider
{
    public static ValueTask<Paging?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var bounds = PageBoundsAttribute.Of(parameter);
        var query = context.Request.Query;
        var limit = Read(query, "limit", bounds.DefaultLimit, 1, bounds.MaxLimit);
        var offset = Read(query, "offset", 0, 0, int.MaxValue);
        return ValueTask.FromResult<Paging?>(new Paging(limit, offset));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(PageBoundsAttribute.Of(parameter));

    private static int Read(IQueryCollection query, string name, int otherwise, int least, int most)
    {
        if (!query.TryGetValue(name, out var texts) || texts.Count == 0)
            return otherwise;
        var fits =
            texts.Count == 1
            && int.TryParse(texts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least
            && value <= most;
        if (fits)
            return int.Parse(texts[0]!, CultureInfo.InvariantCulture);
        var range = most == int.MaxValue ? $"{least} or more" : $"between {least} and {most}";
        throw ApiErrors.Validation(name, $"{name} must be a whole number, {range}.").AsException();
    }
}

/// <summary>The bounds of a list's <c>limit</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PageBoundsAttribute(int maxLimit, int defaultLimit) : Attribute
{
    private static readonly PageBoundsAttribute Catalog = new(500, 50);

    public int MaxLimit => maxLimit;

    public int DefaultLimit => defaultLimit;

    public static PageBoundsAttribute Of(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<PageBoundsAttribute>() ?? Catalog;
}
