using Colophon.Server.Catalog.Editing;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog;

/// <summary>What may be asked about and done to an item of any kind, and to its files.</summary>
public static class ItemEndpoints
{
    public static IEndpointRouteBuilder MapItems(this IEndpointRouteBuilder routes)
    {
        var items = routes.MapGroup("/api/items").WithTags("items");
        items.MapGet("/{id:long}/evidence", EvidenceEndpoints.GetAsync<OfItem>).Reads("getItemEvidence");
        items.MapDelete("/{id:long}/evidence", EvidenceEndpoints.ForgetAsync<OfItem>).Writes("forgetItemEvidence");
        items.MapPut("/{id:long}/locks/{field}", LockEndpoints.LockAsync<OfItem>).Writes("lockItemField");
        items.MapDelete("/{id:long}/locks/{field}", LockEndpoints.UnlockAsync<OfItem>).Writes("unlockItemField");
        items.MapGet("/{id:long}/history", HistoryEndpoints.ListAsync).Reads("getItemHistory");
        items.MapPost("/bulk", BulkEdit.HandleAsync).Writes("editItems");
        items.MapPost("/bulk/delete", DeleteItems.HandleAsync).Writes("deleteItems");
        routes.MapPost("/api/changes/{id:long}/undo", UndoChange.HandleAsync).WithTags("items").Writes("undoChange");

        routes.MapTrash();

        var files = routes.MapGroup("/api/books/files").WithTags("books");
        files.MapGet("/{id:long}/evidence", EvidenceEndpoints.GetAsync<OfFile>).Reads("getFileEvidence");
        files.MapDelete("/{id:long}/evidence", EvidenceEndpoints.ForgetAsync<OfFile>).Writes("forgetFileEvidence");
        files.MapPut("/{id:long}/locks/{field}", LockEndpoints.LockAsync<OfFile>).Writes("lockFileField");
        files.MapDelete("/{id:long}/locks/{field}", LockEndpoints.UnlockAsync<OfFile>).Writes("unlockFileField");
        return routes;
    }

    internal static RouteHandlerBuilder Reads(this RouteHandlerBuilder builder, string name) =>
        builder.WithName(name).Requires(Permissions.ItemsRead, LibraryCheck.Refuses);

    internal static RouteHandlerBuilder Writes(
        this RouteHandlerBuilder builder,
        string name,
        string permission = Permissions.ItemsWrite
    ) => builder.WithName(name).Requires(permission, LibraryCheck.Refuses).Refuses(400, 409, 412);
}
