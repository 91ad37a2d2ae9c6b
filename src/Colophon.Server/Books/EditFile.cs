using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Editing;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace Colophon.Server.Books;

/// <summary>Body of PATCH /api/books/files/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<BookFileEdit>))]
public sealed record BookFileEdit(JsonElement Fields) : IFieldEdit<BookFileEdit>, IDescribesSchema
{
    public static BookFileEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Book, FieldLevel.File);
}

/// <summary>PATCH of a file of a book: the whole file is answered.</summary>
internal static class EditFile
{
    public static async Task<Results<Ok<FileDetail>, ApiError>> HandleAsync(
        long id,
        BookFileEdit edit,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var place = await database.ReadAsync(
            connection => ItemPlace.OfFileAsync(connection, id, caller),
            cancellationToken
        );
        await edits.EditAsync(place, edit.Fields, seen, caller, cancellationToken);
        var file = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (file is null)
            return ApiErrors.NotFound();
        IfMatch.Tag(response, file.Revision);
        return TypedResults.Ok(file);
    }
}
