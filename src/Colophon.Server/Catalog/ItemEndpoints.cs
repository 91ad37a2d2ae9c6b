using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog;

/// <summary>What may be asked about and done to an item of any kind, and to its files.</summary>
public static class ItemEndpoints
{
    public static IEndpointRouteBuilder MapItems(this IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("/api/items").WithTags("items");
        items.MapGet("/{id:long}/evidence", EvidenceEndpoints.OfItemAsync).Reads("getItemEvidence");
        items.MapDelete("/{id:long}/evidence", EvidenceEndpoints.ForgetOfItemAsync).Writes("forgetItemEvidence");
        items.MapPut("/{id:long}/locks/{field}", LockEndpoints.LockItemAsync).Writes("lockItemField");
        items.MapDelete("/{id:long}/locks/{field}", LockEndpoints.UnlockItemAsync).Writes("unlockItemField");
        items.MapGet("/{id:long}/history", HistoryEndpoints.ListAsync).Reads("getItemHistory");
        items.MapPost("/bulk", BulkEdit.HandleAsync).Writes("editItems");
        routes.MapPost("/api/changes/{id:long}/undo", UndoChange.HandleAsync).WithTags("items").Writes("undoChange");

        routes.MapTrash();

        var files = routes.MapGroup("/api/books/files").WithTags("books");
        files.MapGet("/{id:long}/evidence", EvidenceEndpoints.OfFileAsync).Reads("getFileEvidence");
        files.MapDelete("/{id:long}/evidence", EvidenceEndpoints.ForgetOfFileAsync).Writes("forgetFileEvidence");
        files.MapPut("/{id:long}/locks/{field}", LockEndpoints.LockFileAsync).Writes("lockFileField");
        files.MapDelete("/{id:long}/locks/{field}", LockEndpoints.UnlockFileAsync).Writes("unlockFileField");
        return routes;
    }

    internal static RouteHandlerBuilder Reads(this RouteHandlerBuilder builder, string name) =>
        builder.WithName(name).Requires(Permissions.BooksRead, LibraryCheck.Refuses);

    internal static RouteHandlerBuilder Writes(this RouteHandlerBuilder builder, string name) =>
        builder.WithName(name).Requires(Permissions.BooksWrite, LibraryCheck.Refuses).Refuses(400, 409, 412);
}
