using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Colophon.Server.Platform.Http;

/// <summary>The API for people to read: one page made from the OpenAPI document, without a script.</summary>
public static class ApiReference
{
    private const string Style =
        "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
        + "code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow:auto;padding:.75rem;border:1px solid #8884;border-radius:6px}"
        + "h2{margin-top:2.5rem}h3{margin:2rem 0 .25rem}.method{display:inline-block;min-width:4rem}table{border-collapse:collapse}"
        + "td,th{text-align:left;padding:.15rem 1rem .15rem 0;vertical-align:top}";

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static void MapApiReference(this WebApplication app) =>
        app.MapGet(
                "/api/docs",
                async (CancellationToken cancellationToken) =>
                    TypedResults.Content(
                        Page(JsonNode.Parse(await ApiDescription.DocumentAsync(app, cancellationToken))!),
                        "text/html; charset=utf-8"
                    )
            )
            .Anonymous()
            .ExcludeFromDescription();

    private static string Page(JsonNode document)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
        page.Append("<meta name=\"viewport\" content=\"width=device-width\"><title>Colophon API</title>");
        page.Append("<style>").Append(Style).Append("</style></head><body><h1>Colophon API</h1>");
        page.Append("<p>The same as a document: <a href=\"")
            .Append(ApiDescription.Address)
            .Append("\">openapi.json</a>.</p>");
        foreach (var group in Operations(document).GroupBy(operation => operation.Tag).OrderBy(group => group.Key))
        {
            page.Append("<h2>").Append(Text(group.Key)).Append("</h2>");
            foreach (var operation in group)
                Append(page, operation);
        }
        page.Append("<h2>Schemas</h2>");
        foreach (var (name, schema) in document["components"]?["schemas"]?.AsObject() ?? [])
            page.Append($"<h3 id=\"{Text(name)}\">{Text(name)}</h3>{Description(schema)}<pre>{Fields(schema!)}</pre>");
        return page.Append("</body></html>").ToString();
    }

    private static IEnumerable<Operation> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where Methods.Contains(method.Key, StringComparer.Ordinal)
        select new Operation(
            method.Key.ToUpperInvariant(),
            path.Key,
            (string?)method.Value!["tags"]?[0] ?? "Other",
            method.Value
        );

    private static void Append(StringBuilder page, Operation operation)
    {
        page.Append($"<h3><code><span class=\"method\">{operation.Method}</span> {Text(operation.Path)}</code></h3>");
        page.Append(Description(operation.Body));
        page.Append("<table>");
        foreach (var parameter in operation.Body["parameters"]?.AsArray() ?? [])
            page.Append(
                    $"<tr><td>{Text((string?)parameter!["in"])}</td><td><code>{Text((string?)parameter["name"])}</code></td>"
                )
                .Append($"<td>{TypeOf(parameter["schema"])}</td></tr>");
        if (SchemaOf(operation.Body["requestBody"]) is { } body)
            page.Append($"<tr><td>body</td><td></td><td>{TypeOf(body)}</td></tr>");
        foreach (var (status, answer) in operation.Body["responses"]?.AsObject() ?? [])
            page.Append($"<tr><td>{Text(status)}</td><td>{Text((string?)answer!["description"])}</td>")
                .Append($"<td>{TypeOf(SchemaOf(answer))}</td></tr>");
        page.Append("</table>");
    }

    private static JsonNode? SchemaOf(JsonNode? content) =>
        content?["content"]?.AsObject().Select(entry => entry.Value?["schema"]).FirstOrDefault();

    private static string Description(JsonNode? node) =>
        (string?)node?["description"] is { Length: > 0 } text ? $"<p>{Text(text)}</p>" : "";

    private static string Fields(JsonNode schema)
    {
        var required = (schema["required"]?.AsArray() ?? [])
            .Select(name => (string?)name)
            .ToHashSet(StringComparer.Ordinal);
        var lines = (schema["properties"]?.AsObject() ?? []).Select(field =>
            $"{Text(field.Key)}{(required.Contains(field.Key) ? "" : "?")}: {TypeOf(field.Value)}"
        );
        return string.Join("\n", lines.DefaultIfEmpty(TypeOf(schema)));
    }

    private static string TypeOf(JsonNode? schema)
    {
        if (schema is null)
            return "";
        if ((string?)schema["$ref"] is { } reference)
            return $"<a href=\"#{Text(reference.Split('/')[^1])}\">{Text(reference.Split('/')[^1])}</a>";
        if (schema["enum"] is JsonArray values)
            return string.Join(" | ", values.Select(value => Text(value?.ToJsonString() ?? "null")));
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return string.Join(" | ", choices.Select(TypeOf));
        if (schema["items"] is { } items)
            return $"[{TypeOf(items)}]";
        var types = schema["type"] is JsonArray several
            ? several.Select(type => (string?)type)
            : [(string?)schema["type"]];
        return Text(string.Join(" | ", types.Where(type => type is not null)));
    }

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    private sealed record Operation(string Method, string Path, string Tag, JsonNode Body);
}
