using System.Text.Json.Nodes;
using Colophon.Server.Enrichment;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;
using Colophon.Server.Tests.Metadata;
using Colophon.Testing.Loopback;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Enrichment;

/// <summary>What a person locked no provider changes.</summary>
[Trait("Req", "C18")]
public sealed class LockedFieldTests
{
    private const int Rounds = 1_000;
    private static readonly string[] Sources = ["tmdb", "tvdb", "fanarttv"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_locked_field_is_never_changed_in_a_thousand_rounds_of_enrichment()
    {
        await using var cinema = await Cinema.OpenAsync([new LoopbackFilm(603, "The Silent River", 1999)]);
        await cinema.With("The Silent River (1999)").ScanAsync();
        var id = (long)(await cinema.OnlyMovieAsync())["id"]!;
        var applier = cinema.Server.Services.GetRequiredService<ProviderSaidApplier>();
        var arbitrary = new Arbitrary(1812);
        var fields = Fields.For("movie", FieldLevel.Item);
        var locked = new Dictionary<string, string>();
        var changed = 0;

        for (var round = 0; round < Rounds; round++)
        {
            if (round % 20 == 0)
                await ToggleAsync(cinema, id, arbitrary.OneOf(fields).Name, locked);
            var before = await ShownAsync(cinema, id);
            var said = Said(arbitrary, id, fields);

            await cinema.Server.Database.WriteAsync(
                commit =>
                {
                    applier.Store([(said, JobId: null)], commit);
                    return 0;
                },
                Token
            );

            var after = await ShownAsync(cinema, id);
            foreach (var (field, value) in locked)
                after.GetValueOrDefault(field, "").ShouldBe(value, $"{field} in round {round}");
            changed += before.SequenceEqual(after) ? 0 : 1;
        }

        changed.ShouldBeGreaterThan(Rounds / 2, "enrichment must have something to say");
        locked.Count.ShouldBeGreaterThan(3);
    }

    /// <summary>Locks a field at what is shown, or gives it free.</summary>
    private static async Task ToggleAsync(Cinema cinema, long id, string field, Dictionary<string, string> locked)
    {
        if (locked.Remove(field))
            await cinema.Server.Admin.SendAsync("DELETE", $"/api/items/{id}/locks/{field}");
        else
        {
            (await cinema.Server.Admin.SendAsync("PUT", $"/api/items/{id}/locks/{field}")).Expect(200);
            locked[field] = (await ShownAsync(cinema, id)).GetValueOrDefault(field, "");
        }
    }

    private static ProviderSaid Said(Arbitrary arbitrary, long id, IReadOnlyList<Field> fields)
    {
        var said = new EvidenceDraft();
        foreach (var field in fields.Where(_ => arbitrary.Chance(3)))
            said.Set(field.Name, arbitrary.Value(field.Type));
        var provider = arbitrary.OneOf(Sources);
        var record = new ProviderId(provider, $"{arbitrary.Below(3)}");
        return new ProviderSaid(
            id,
            FileId: null,
            provider,
            new Identity(provider, record, IdentifiedBy.Search, IsPinned: false),
            new ProviderTold($"{provider}:{record.Value}", said.ToDocument())
        );
    }

    private static async Task<SortedDictionary<string, string>> ShownAsync(Cinema cinema, long id)
    {
        var values = await cinema.Server.Database.ReadAsync(
            async connection =>
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"select metadata from items where id = {id}";
                return (string)(await command.ExecuteScalarAsync(Token))!;
            },
            Token
        );
        return new SortedDictionary<string, string>(
            JsonNode.Parse(values)!.AsObject().ToDictionary(field => field.Key, field => field.Value!.ToJsonString())
        );
    }
}
