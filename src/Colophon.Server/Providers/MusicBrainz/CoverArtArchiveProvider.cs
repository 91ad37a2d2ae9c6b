using Colophon.Jobs;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>Covers of albums by the ids of MusicBrainz. Its index and its pictures lie at the Internet Archive, to which it sends on (307).</summary>
internal sealed class CoverArtArchiveProvider : IProvider
{
    /// <summary>The release that its documentation shows.</summary>
    private const string WellKnownRelease = "76df3287-6cda-33eb-8e9a-044b5e15ffdd";

    public ProviderFacts Facts { get; } =
        new("coverartarchive", "Cover Art Archive", new Uri("https://coverartarchive.org/"))
        {
            Website = new Uri("https://coverartarchive.org/"),
            Rank = 20,
            Attribution = "Covers from the Cover Art Archive, a project of the Internet Archive and MusicBrainz.",
            // https://musicbrainz.org/doc/Cover_Art_Archive/API names no limit; this is gentle
            Limit = new RateLimit(5, TimeSpan.FromSeconds(1)),
            OtherHosts = ["archive.org", ".archive.org"],
            Abilities =
            [
                new ProviderAbility(
                    "album",
                    ProviderCan.Artwork,
                    [MusicBrainzIds.Release, MusicBrainzIds.ReleaseGroup]
                ),
            ],
        };

    public async Task<IReadOnlyList<ArtworkOffer>> ArtworkAsync(
        ProviderSubject subject,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        if (MusicBrainzIds.Normalise(subject.Id.Value) is not { } id)
            return [];
        var entity = subject.Id.Type == MusicBrainzIds.Release ? "release" : "release-group";
        var answer = await session.GetAsync(new ProviderRequest($"{entity}/{id}"), cancellationToken);
        return answer is { } index ? CoverArtIndex.Offers(index) : [];
    }

    public Task TestAsync(ProviderSession session, CancellationToken cancellationToken) =>
        session.GetAsync(new ProviderRequest($"release/{WellKnownRelease}"), cancellationToken);
}
