using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Platform.Http;
using Microsoft.OpenApi;

namespace Colophon.Server.Shows;

/// <summary>Seasons, for the calls that every kind has.</summary>
internal sealed class SeasonKind : IItemKind<SeasonDetail>
{
    public static string Kind => ItemKinds.Season;

    public static async Task<SeasonDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } season
            ? await ShowRows.SeasonAsync(connection, season)
            : null;
}

/// <summary>Body of PATCH /api/seasons/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<SeasonEdit>))]
public sealed record SeasonEdit(JsonElement Fields) : IItemEdit<SeasonEdit>, IDescribesSchema
{
    public static SeasonEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) =>
        FieldSchema.Describe(schema, ItemKinds.Season, FieldLevel.Item);
}
