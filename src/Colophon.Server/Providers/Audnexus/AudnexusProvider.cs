using System.Text.Json;
using Colophon.Jobs;

namespace Colophon.Server.Providers.Audnexus;

/// <summary>
/// Audiobooks as Audible describes them, by the ASIN of its shop in one country. It has no search by title: who has no ASIN finds nothing.
/// </summary>
internal sealed class AudnexusProvider : IProvider
{
    private const string WellKnownBook = "B002V5D7B0";

    public ProviderFacts Facts { get; } =
        new("audnexus", "Audnexus", new Uri("https://api.audnex.us/"))
        {
            Website = new Uri("https://audnex.us/"),
            Rank = 10,
            Attribution = "Audiobook data from Audnexus, gathered from Audible.",
            // https://github.com/laxamentumtech/audnexus: a community's server, 100 a minute from one address
            Limit = new RateLimit(90, TimeSpan.FromMinutes(1)),
            OtherHosts = ["m.media-amazon.com", "images-na.ssl-images-amazon.com"],
            Abilities =
            [
                new ProviderAbility("book", ProviderCan.Metadata | ProviderCan.Artwork, [AudnexusBook.IdType])
                {
                    Says = AudnexusBook.Says,
                },
            ],
        };

    public async Task<ProviderRecord?> ReadAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (await BookAsync(subject, session, cancellationToken) is not var (book, asin, region))
            return null;
        var chapters = await session.GetAsync(
            new ProviderRequest($"books/{asin}/chapters").With("region", region),
            cancellationToken
        );
        return new ProviderRecord(
            new ProviderId(AudnexusBook.IdType, asin),
            AudnexusBook.Read(book, asin, AudnexusChapters.Of(chapters ?? default))
        )
        {
            Artwork = AudnexusBook.Offers(book),
        };
    }

    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    ) => await BookAsync(subject, session, cancellationToken) is var (book, _, _) ? AudnexusBook.Offers(book) : [];

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(
            new ProviderRequest($"books/{WellKnownBook}").With("region", AudnexusRegions.Default),
            cancellationToken
        );

    /// <summary>In the shop of the library's country, else in the largest: people buy in others than their own.</summary>
    private static async Task<(JsonElement Book, string Asin, string Region)?> BookAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (AudnexusBook.Asin(subject.Id.Value) is not { } wanted)
            return null;
        var own = AudnexusRegions.Of(session.Country, session.Languages[0]);
        foreach (var region in new[] { own, AudnexusRegions.Default }.Distinct(StringComparer.Ordinal))
        {
            var book = await session.GetAsync(
                new ProviderRequest($"books/{wanted}").With("region", region),
                cancellationToken
            );
            if (book is { } found && AudnexusBook.Asin(found.Text("asin")) is { } asin)
                return (found, asin, region);
        }
        return null;
    }
}
