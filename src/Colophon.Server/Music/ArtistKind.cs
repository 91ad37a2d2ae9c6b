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

/// <summary>Artists, for the calls that every kind has.</summary>
internal sealed class ArtistKind : IItemKind<ArtistDetail>
{
    public static string Kind => ItemKinds.Artist;

    public static async Task<ArtistDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } artist
            ? await MusicRows.ArtistAsync(connection, artist)
            : null;
}

/// <summary>Body of PATCH /api/artists/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<ArtistEdit>))]
public sealed record ArtistEdit(JsonElement Fields) : IItemEdit<ArtistEdit>, IDescribesSchema
{
    public static ArtistEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) =>
        FieldSchema.Describe(schema, ItemKinds.Artist, FieldLevel.Item);
}
