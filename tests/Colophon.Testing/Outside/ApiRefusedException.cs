using System.Text.Json;
using System.Text.Json.Nodes;

namespace Colophon.Testing.Outside;

/// <summary>The server answered with problem details.</summary>
public sealed class ApiRefusedException(int status, string body) : Exception($"{status}: {body}")
{
    public int Status => status;

    /// <summary>The stable code of ERRORS.md; null when the body holds none.</summary>
    public string? Code { get; } = CodeOf(body);

    private static string? CodeOf(string body)
    {
        try
        {
            return (string?)JsonNode.Parse(body)?["code"];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
