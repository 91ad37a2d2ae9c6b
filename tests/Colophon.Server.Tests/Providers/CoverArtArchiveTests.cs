using System.Net;
using Colophon.Server.Providers;
using Colophon.Server.Providers.MusicBrainz;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Providers;

[Trait("Req", "C20")]
public sealed class CoverArtArchiveTests
{
    private const string ReleaseId = "2a6f9b10-8a1e-4a2c-b3a7-6c3f0d5e7f10";
    private const string GroupId = "3b7f0c21-9b2f-4b3d-84b8-7d401e6f8021";
    private const string Pictures = $"https://coverartarchive.org/release/{ReleaseId}/";

    private static readonly ProviderSubject Release = new("album", new ProviderId("musicbrainz_release", ReleaseId));
    private static readonly ProviderSubject Group = new("album", new ProviderId("musicbrainz_release_group", GroupId));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fronts_and_discs_are_offered_by_https_the_chosen_front_first()
    {
        await using var calls = await ProviderCalls.StartAsync("coverartarchive");
        calls
            .Network.On(
                $"/release/{ReleaseId}",
                _ => LoopbackAnswer.To("/download/index.json") with { Status = HttpStatusCode.TemporaryRedirect }
            )
            .On("/download/index.json", AnswerDocument.Read("coverartarchive-release"));

        var offers = await calls.Provider.ArtworkAsync(Release, await calls.OpenAsync(), Token);

        offers
            .Select(offer => (offer.Type, offer.Address.ToString()))
            .ShouldBe([
                ("cover", $"{Pictures}9004.jpg"),
                ("discart", $"{Pictures}9002.png"),
                ("cover", $"{Pictures}9003.jpg"),
            ]);
        offers
            .Select(offer => offer.Preview?.ToString())
            .ShouldBe([$"{Pictures}9004-250.jpg", null, $"{Pictures}9003-250.jpg"]);
    }

    [Fact]
    public async Task A_release_group_is_asked_for_as_such_and_may_have_none()
    {
        await using var calls = await ProviderCalls.StartAsync("coverartarchive");

        var offers = await calls.Provider.ArtworkAsync(Group, await calls.OpenAsync(), Token);

        offers.ShouldBeEmpty();
        calls.Network.Requests.Single().Path.ShouldBe($"/release-group/{GroupId}");
    }

    [Fact]
    public async Task What_is_no_id_is_not_asked_for()
    {
        await using var calls = await ProviderCalls.StartAsync("coverartarchive");
        var subject = new ProviderSubject("album", new ProviderId("musicbrainz_release", "none"));

        (await calls.Provider.ArtworkAsync(subject, await calls.OpenAsync(), Token)).ShouldBeEmpty();

        calls.Network.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Odd_shapes_are_read_as_far_as_they_go()
    {
        foreach (var answer in OddAnswers.Of("coverartarchive-release"))
            CoverArtIndex.Offers(answer).ShouldAllBe(offer => offer.Address.Scheme == "https");
    }
}
