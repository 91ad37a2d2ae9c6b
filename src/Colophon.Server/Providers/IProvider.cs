using System.Net;
using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers;

/// <summary>
/// One source of metadata or pictures on the network. It knows its addresses and the shapes of its answers, nothing else: limits, caches,
/// failures and keys are the session's affair. One instance serves all calls and keeps no state. Found by its type: a provider is an
/// added folder. A method is called only for kinds whose <see cref="ProviderAbility"/> says it can.
/// </summary>
public interface IProvider
{
    ProviderFacts Facts { get; }

    /// <summary>Adds the key to a request. What is added is kept out of logs and of the cache's keys.</summary>
    ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => new(request);

    /// <summary>What an answer other than 2xx means where its status does not say it; null: what such a status means elsewhere.</summary>
    ProviderTrouble? Judge(HttpStatusCode status, JsonElement answer) => null;

    /// <summary>What might be meant, best first as the provider sees it; at most some twenty.</summary>
    Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>The provider's own id of what another identifier names; null when it knows none.</summary>
    Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>All it says of a subject, also its pictures where they come in the same answer; null when there is no such record.</summary>
    Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>The pictures it offers for a subject; none is a normal answer.</summary>
    Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    /// <summary>Asks for something small that needs the key; throws <see cref="ProviderException"/> when that fails.</summary>
    Task TestAsync(ProviderSession session, CancellationToken cancellationToken);
}
