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

/// <summary>Shows, for the calls that every kind has.</summary>
internal sealed class ShowKind : IItemKind<ShowDetail>
{
    public static string Kind => ItemKinds.Show;

    public static async Task<ShowDetail?> FindAsync(DbConnection connection, long id) =>
        await ShownItems.FindAsync(connection, id, Kind) is { } show
            ? await ShowRows.ShowAsync(connection, show)
            : null;
}

/// <summary>Body of PATCH /api/shows/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<ShowEdit>))]
public sealed record ShowEdit(JsonElement Fields) : IItemEdit<ShowEdit>, IDescribesSchema
{
    public static ShowEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Show, FieldLevel.Item);
}
