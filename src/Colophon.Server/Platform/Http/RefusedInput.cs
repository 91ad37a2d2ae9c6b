using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;

namespace Colophon.Server.Platform.Http;

/// <summary>
/// Turns what the framework threw for a bad body or query into <c>validation_failed</c> naming the field. The framework gives the
/// field only in its message; the tests of refused input hold these patterns to the framework's texts.
/// </summary>
internal static partial class RefusedInput
{
    public static ApiError Explain(BadHttpRequestException refused, HttpContext context) =>
        refused.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => ApiErrors.TooLarge("The request is too large."),
            StatusCodes.Status415UnsupportedMediaType => ApiErrors.UnsupportedMediaType(),
            _ when refused.InnerException is JsonException json => Explain(json),
            _ when BadParameter().Match(refused.Message) is { Success: true } match => Explain(match, context),
            _ when MissingParameter().Match(refused.Message) is { Success: true } match => ApiErrors.Validation(
                Field(match),
                "A value is needed."
            ),
            _ => ApiErrors.Validation("body", "A JSON body is needed."),
        };

    public static ApiError Explain(JsonException json)
    {
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
            return ApiErrors.Validation(
                QuotedName()
                    .Matches(missing.Groups[1].Value)
                    .ToDictionary(name => name.Groups[1].Value, name => new[] { $"{name.Groups[1].Value} is needed." })
            );
        if (UnknownMember().Match(json.Message) is { Success: true } unknown)
            return ApiErrors.Validation(unknown.Groups[1].Value, $"There is no field {unknown.Groups[1].Value}.");
        if (NullMember().Match(json.Message) is { Success: true } nothing)
            return ApiErrors.Validation(Snake(nothing.Groups[1].Value), "This may not be null.");
        var field = FieldOf(json.Path);
        return field is null
            ? ApiErrors.Validation("body", "The body is not the JSON object this call takes.")
            : ApiErrors.Validation(field, $"{field} has a value of a wrong type or one that is not allowed.");
    }

    /// <summary>The binding that is made at build time refuses a query value that may be absent without a word.</summary>
    public static ApiError Explain(HttpContext context)
    {
        foreach (var input in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var named = input.ParameterInfo.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault();
            var name = named?.Name ?? input.Name;
            if (context.Request.Query[name] is [{ } given] && !CanBe(input.ParameterInfo.ParameterType, given))
                return NoValueOf(name, given);
        }
        return ApiErrors.ForStatus(StatusCodes.Status400BadRequest);
    }

    private static bool CanBe(Type type, string given) =>
        type == typeof(long?) ? long.TryParse(given, CultureInfo.InvariantCulture, out _)
        : type == typeof(int?) ? int.TryParse(given, CultureInfo.InvariantCulture, out _)
        : type != typeof(bool?) || bool.TryParse(given, out _);

    private static ApiError Explain(Match match, HttpContext context)
    {
        var name = match.Groups["name"].Value;
        return context.Request.RouteValues.ContainsKey(name)
            ? ApiErrors.NotFound()
            : NoValueOf(Snake(name), match.Groups["value"].Value);
    }

    private static ApiError NoValueOf(string field, string given) =>
        ApiErrors.Validation(field, $"\"{given}\" is not a value this field takes.");

    private static string Field(Match match) =>
        match.Groups["source"].Value == "body" ? "body" : Snake(match.Groups["name"].Value);

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string? FieldOf(string? path) =>
        path is { Length: > 2 } && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;

    [GeneratedRegex("""^Failed to bind parameter ".* (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex BadParameter();

    [GeneratedRegex("""^Required parameter ".* (?<name>\w+)" was not provided from (?<source>.+)\.$""")]
    private static partial Regex MissingParameter();

    [GeneratedRegex("missing required properties including: (.*)$", RegexOptions.Singleline)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("(?:property or field|constructor parameter|property) '([^']+)' on type .* doesn't allow")]
    private static partial Regex NullMember();
}
