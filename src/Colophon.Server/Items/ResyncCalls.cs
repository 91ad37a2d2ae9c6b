using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Http;
using Colophon.Server.Scanning;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Items;

/// <summary>POST .../resync of one item of any kind: while the caller waits.</summary>
internal static class ResyncCalls
{
    public static async Task<IResult> HandleAsync<TKind, TDetail>(
        long id,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        IInlineResync resync,
        IDatabase database,
        HttpResponse response,
        CancellationToken cancellationToken
    )
        where TKind : IItemKind<TDetail>
        where TDetail : class, IItemDetail
    {
        var item = await database.ReadAsync(connection => TKind.FindAsync(connection, id), cancellationToken);
        if (item is null)
            return ApiErrors.NotFound();
        if (caller.LibraryRefusal(item.LibraryId) is { } refusal)
            return refusal;
        var report = await RunAsync(resync, id, fileId: null, request, seen, caller, cancellationToken);
        if (request?.DryRun == true)
            return TypedResults.Ok(ResyncPreview.Of(report));
        if (report.Read == 0 && report.Removed.Count == 0 && report.Failed.Count > 0)
            return Unreadable(report);
        var after = await ItemCalls.FindAsync<TKind, TDetail>(database, id, response, cancellationToken);
        return after is null ? TypedResults.Ok(new ItemGone()) : TypedResults.Ok(after.Resynced(report));
    }

    public static Task<ResyncReport> RunAsync(
        IInlineResync resync,
        long itemId,
        long? fileId,
        ResyncRequest? request,
        IfMatch seen,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var target = new ResyncTarget(
            itemId,
            fileId,
            request?.Refresh == true ? ResyncMode.RefreshAll : ResyncMode.ScanForNew,
            request?.DryRun == true ? CatalogWrite.RollBack : CatalogWrite.Keep,
            caller.UserId
        )
        {
            Revision = seen.Revision,
        };
        return resync.RunAsync(target, cancellationToken);
    }

    public static ApiError Unreadable(ResyncReport report) =>
        ApiErrors.ParseFailed(string.Join(" ", report.Failed.Select(Sentence).Distinct(StringComparer.Ordinal)));

    /// <summary>Describes such a call.</summary>
    public static RouteHandlerBuilder Resyncs(
        this RouteHandlerBuilder endpoint,
        string name,
        string permission,
        params Type[] shapes
    ) =>
        endpoint
            .WithName(name)
            .Requires(permission, LibraryCheck.Refuses)
            .Refuses(409, 412, 422)
            .AnswersOneOf([.. shapes, typeof(ResyncPreview)]);

    private static string Sentence(FailedFile file)
    {
        if (file.Message.StartsWith(FileTrouble.FailedToParse, StringComparison.Ordinal))
            return file.Message;
        var format = Path.GetExtension(file.Filepath).TrimStart('.').ToUpperInvariant();
        return $"{FileTrouble.FailedToParse} {format}: {file.Message}";
    }
}
