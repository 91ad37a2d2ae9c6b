using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Colophon.Server.Catalog;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Metadata.Input;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning.Resync;
using Microsoft.OpenApi;

namespace Colophon.Server.Books;

/// <summary>Books, for the calls that every kind has.</summary>
internal sealed class BookKind : IItemKind<BookDetail>
{
    public static string Kind => ItemKinds.Book;

    public static Task<BookDetail?> FindAsync(DbConnection connection, long id) => BookRows.FindAsync(connection, id);
}

/// <summary>A book that was read again.</summary>
public sealed record ResyncedBook : BookDetail
{
    public ResyncedBook(BookDetail book, ResyncReport report)
        : base(book) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; }
}

/// <summary>Body of PATCH /api/books/{id}.</summary>
[JsonConverter(typeof(FieldEditConverter<BookEdit>))]
public sealed record BookEdit(JsonElement Fields) : IItemEdit<BookEdit>, IDescribesSchema
{
    public static BookEdit Of(JsonElement json) => new(json);

    public static void Describe(OpenApiSchema schema) => FieldSchema.Describe(schema, ItemKinds.Book, FieldLevel.Item);
}
