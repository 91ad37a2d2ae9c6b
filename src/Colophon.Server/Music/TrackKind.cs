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

namespace Colophon.Server.Music;

/// <summary>Tracks, for the calls that every kind has.</summary>
internal sealed class TrackKind : IItemKind<TrackDetail>
{
    public static string Kind => ItemKinds.Track;

    public static async Task<TrackDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } track
            ? await MusicRows.TrackAsync(connection, track)
            : null;
}

/// <summary>Body of PATCH /api/tracks/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<TrackEdit>))]
public sealed record TrackEdit(JsonElement Fields) : IItemEdit<TrackEdit>, IDescribesSchema
{
    public static TrackEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Track, FieldLevel.Item);
}
