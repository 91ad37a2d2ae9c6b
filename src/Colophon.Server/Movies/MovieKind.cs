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

namespace Colophon.Server.Movies;

/// <summary>Movies, for the calls that every kind has.</summary>
internal sealed class MovieKind : IItemKind<MovieDetail>
{
    public static string Kind => ItemKinds.Movie;

    public static async Task<MovieDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } movie
            ? new MovieDetail(movie, await FileParts.VideosAsync(connection, id))
            : null;
}

/// <summary>Body of PATCH /api/movies/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<MovieEdit>))]
public sealed record MovieEdit(JsonElement Fields) : IItemEdit<MovieEdit>, IDescribesSchema
{
    public static MovieEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Movie, FieldLevel.Item);
}
