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

/// <summary>Episodes, for the calls that every kind has.</summary>
internal sealed class EpisodeKind : IItemKind<EpisodeDetail>
{
    public static string Kind => ItemKinds.Episode;

    public static async Task<EpisodeDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } episode
            ? await ShowRows.EpisodeAsync(connection, episode)
            : null;
}

/// <summary>Body of PATCH /api/episodes/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<EpisodeEdit>))]
public sealed record EpisodeEdit(JsonElement Fields) : IItemEdit<EpisodeEdit>, IDescribesSchema
{
    public static EpisodeEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) =>
        FieldSchema.Describe(schema, ItemKinds.Episode, FieldLevel.Item);
}
