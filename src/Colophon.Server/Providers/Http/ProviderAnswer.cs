using System.Net;
using System.Text.Json;

namespace Colophon.Server.Providers.Http;

/// <summary>What a provider answered.</summary>
/// <param name="Status">200, or 404 for whatever says that there is no such thing.</param>
/// <param name="Json">Null with 404.</param>
internal sealed record ProviderAnswer(HttpStatusCode Status, JsonElement? Json);
