using System.Text.Json.Nodes;

namespace Colophon.Server.Tests;

/// <summary>What the server answered, whatever it was.</summary>
public sealed record Answer(int Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly JsonObject Nothing = [];

    /// <summary>An empty object where there is no body.</summary>
    public JsonNode Json => Body.Length == 0 ? Nothing : JsonNode.Parse(Body)!;

    /// <summary>The <c>code</c> of a problem.</summary>
    public string? Code => (string?)Json["code"];

    public string? Detail => (string?)Json["detail"];

    /// <summary>The fields a refusal names.</summary>
    public IReadOnlyList<string> Fields => [.. (Json["errors"]?.AsObject() ?? []).Select(entry => entry.Key)];

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                )
        );

    /// <summary>The JSON, when the status is this one.</summary>
    public JsonNode Expect(int status)
    {
        Status.ShouldBe(status, Body);
        return Json;
    }

    /// <summary>Fails unless this is a problem of that status and code.</summary>
    public Answer ExpectProblem(int status, string code)
    {
        Status.ShouldBe(status, Body);
        ContentType.ShouldBe("application/problem+json");
        Code.ShouldBe(code);
        ((int)Json["status"]!).ShouldBe(status);
        return this;
    }
}
