using Colophon.Jobs;
using Colophon.Server.Books.Downloads;
using Colophon.Server.Books.Pages;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Lists;
using Colophon.Server.Items;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Books;

public static class BookEndpoints
{
    public static IEndpointRouteBuilder MapBooks(this IEndpointRouteBuilder routes)
    {
        var books = routes.MapGroup("/api/books").WithTags("books");
        books.MapGet("/", ListAsync).WithName("listBooks").Requires(Permissions.BooksRead, LibraryCheck.Filters);
        books
            .MapGet("/{id:long}", ItemCalls.GetAsync<BookKind, BookDetail>)
            .WithName("getBook")
            .Requires(Permissions.BooksRead, LibraryCheck.Refuses);
        books
            .MapGet("/files/{id:long}", GetFileAsync)
            .WithName("getBookFile")
            .Requires(Permissions.BooksRead, LibraryCheck.Refuses);
        books
            .MapGet("/files/{id:long}/download", DownloadFile.HandleAsync)
            .WithName("downloadBookFile")
            .Requires(Permissions.BooksRead, LibraryCheck.Refuses)
            .Refuses(422)
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .Produces(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified);
        books
            .MapPatch("/{id:long}", ItemCalls.EditAsync<BookKind, BookDetail, BookEdit>)
            .Writes("editBook", Permissions.BooksWrite);
        books
            .MapDelete("/{id:long}", ItemCalls.DeleteAsync<BookKind, BookDetail>)
            .Writes("deleteBook", Permissions.BooksWrite);
        books.MapPatch("/files/{id:long}", EditFile.HandleAsync).Writes("editBookFile", Permissions.BooksWrite);
        books.MapDelete("/files/{id:long}", DeleteFile.HandleAsync).Writes("deleteBookFile", Permissions.BooksWrite);
        books
            .MapPost("/{id:long}/merge", MergeBooks.HandleAsync)
            .WithDescription(MergeBooks.Description)
            .Writes("mergeBooks", Permissions.BooksWrite)
            .Refuses(422);
        books
            .MapPost("/{id:long}/split", SplitBook.HandleAsync)
            .WithDescription(SplitBook.Description)
            .Writes("splitBook", Permissions.BooksWrite);
        books
            .MapPost("/{id:long}/resync", ResyncCalls.HandleAsync<BookKind, BookDetail>)
            .Resyncs("resyncBook", Permissions.BooksWrite, typeof(ResyncedBook), typeof(ItemGone));
        books
            .MapPost("/files/{id:long}/resync", ResyncFile.HandleAsync)
            .Resyncs("resyncBookFile", Permissions.BooksWrite, typeof(FileDetail), typeof(FileGone));
        routes
            .MapPost("/api/files/{id:long}/resync", ResyncFile.HandleAsync)
            .Resyncs("resyncFile", Permissions.BooksWrite, typeof(FileDetail), typeof(FileGone))
            .WithTags("books");
        books.MapPages();
        return routes;
    }

    private static async Task<Ok<BookList>> ListAsync(
        [AsParameters] BookFilters filters,
        Paging paging,
        Caller caller,
        IDatabase database,
        ItemLists lists,
        CancellationToken cancellationToken
    )
    {
        var list = await database.ReadAsync(
            async connection =>
            {
                var libraries = await ListedLibraries.FindAsync(connection, caller, filters.LibraryId);
                var query = BookQuery.Of(filters, libraries.Ids);
                var page = await lists.ReadAsync(connection, query, libraries, paging, filters.After);
                return new BookList(await BookRows.LoadAsync(connection, page.Ids), page.Total, page.Next);
            },
            cancellationToken
        );
        return TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<FileDetail>, ApiError>> GetFileAsync(
        long id,
        Caller caller,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var file = await database.ReadAsync(connection => FileRows.FindAsync(connection, id), cancellationToken);
        if (file is null)
            return ApiErrors.NotFound();
        if (!caller.Sees(file.LibraryId))
            return ApiErrors.LibraryForbidden();
        IfMatch.Tag(response, file.Revision);
        return TypedResults.Ok(file);
    }
}
