using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Tests.Scanning;

namespace Colophon.Server.Tests.Providers;

/// <summary>What people put into an order: who is asked first, and what each can say.</summary>
[Trait("Req", "C20")]
public sealed class ProviderListTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    public async Task Providers_tell_how_they_rank_and_what_they_can_say_of_each_kind()
    {
        var providers = (await server.Admin.GetAsync("/api/providers"))["providers"]!.AsArray();

        var tmdb = providers.Single(provider => provider!["name"].Text() == "tmdb")!;
        var tvdb = providers.Single(provider => provider!["name"].Text() == "tvdb")!;
        ((int)tmdb["rank"]!).ShouldBeLessThan((int)tvdb["rank"]!);
        FieldsOf("movie").ShouldContain(Fields.Collection);
        FieldsOf("season").ShouldNotContain(Fields.Collection);

        List<string> FieldsOf(string kind) =>
            [
                .. tmdb["kinds"]!.AsArray().Single(ability => ability!["kind"].Text() == kind)!["fields"]!
                    .AsArray()
                    .Select(field => field.Text()!),
            ];
    }

    [Fact]
    public void What_a_provider_can_say_are_fields_of_the_kind()
    {
        foreach (var facts in new ProviderList().All.Select(provider => provider.Facts))
        foreach (var ability in facts.Abilities)
        {
            var known = Fields.For(ability.Kind, FieldLevel.Item).Concat(Fields.For(ability.Kind, FieldLevel.File));
            ability.Says.Except(known.Select(field => field.Name)).ShouldBeEmpty($"{facts.Name} of {ability.Kind}");
            ability
                .Can.HasFlag(ProviderCan.Metadata)
                .ShouldBe(ability.Says.Count > 0, $"{facts.Name} of {ability.Kind}");
        }
    }
}
