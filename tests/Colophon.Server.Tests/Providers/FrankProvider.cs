using System.Net;
using System.Text.Json;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;

namespace Colophon.Server.Tests.Providers;

/// <summary>A provider of which every record is held against the fields that it promises: people choose from those.</summary>
internal sealed class FrankProvider(IProvider provider) : IProvider
{
    public ProviderFacts Facts => provider.Facts;

    public ValueTask<ProviderRequest> AuthorizeAsync(
        ProviderRequest request,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => provider.AuthorizeAsync(request, session, cancellationToken);

    public ProviderTrouble? Judge(HttpStatusCode status, JsonElement answer) => provider.Judge(status, answer);

    public Task<IReadOnlyList<ProviderMatch>> SearchAsync(
        ItemQuery query,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => provider.SearchAsync(query, session, cancellationToken);

    public Task<ProviderId?> FindAsync(
        string kind,
        Identifier identifier,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => provider.FindAsync(kind, identifier, session, cancellationToken);

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var record = await provider.ReadAsync(subject, session, cancellationToken);
        if (record is not null)
            record.Document.Fields.Keys.Except(Facts.Ability(subject.Kind)!.Says).ShouldBeEmpty();
        return record;
    }

    public Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => provider.ArtworkAsync(subject, session, cancellationToken);

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        provider.TestAsync(session, cancellationToken);
}
