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

/// <summary>Albums, for the calls that every kind has.</summary>
internal sealed class AlbumKind : IItemKind<AlbumDetail>
{
    public static string Kind => ItemKinds.Album;

    public static async Task<AlbumDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } album
            ? await MusicRows.AlbumAsync(connection, album)
            : null;
}

/// <summary>Body of PATCH /api/albums/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<AlbumEdit>))]
public sealed record AlbumEdit(JsonElement Fields) : IItemEdit<AlbumEdit>, IDescribesSchema
{
    public static AlbumEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Album, FieldLevel.Item);
}
