using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Metadata;

namespace Colophon.Server.Enrichment.Identify;

/// <summary>Why an identity was believed, as it is stored.</summary>
internal static class MatchText
{
    public static string OfIdentifier(Identifier by) =>
        JsonSerializer.Serialize(new { identifier = new { by.Type, by.Value } }, JobJson.Options);

    public static string OfScore(MatchScore score) =>
        JsonSerializer.Serialize(new { parts = score.Parts }, JobJson.Options);
}
