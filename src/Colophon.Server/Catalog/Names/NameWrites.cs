using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Catalog.Names;

/// <summary>Runs a person's edits of names, each in one transaction.</summary>
internal sealed class NameWrites(IDatabase database)
{
    /// <summary>Throws <c>not_found</c> and <c>library_forbidden</c> before anything else.</summary>
    public Task EditAsync(
        NameKind kind,
        long id,
        Caller caller,
        Action<NameEdit> edit,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            commit =>
            {
                edit(new NameEdit(commit, kind, Row(commit, kind, id, caller)));
                return true;
            },
            cancellationToken
        );

    public Task MergeAsync(
        NameKind kind,
        long id,
        MergeRequest request,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            commit =>
            {
                var into = Row(commit, kind, id, caller);
                new NameEdit(commit, kind, into).Merge(Others(commit, kind, into, request));
                return true;
            },
            cancellationToken
        );

    private static NameRow Row(Commit commit, NameKind kind, long id, Caller caller)
    {
        var row = NameRow.Find(commit, kind, id) ?? throw ApiErrors.NotFound().AsException();
        if (commit.Number("select 1 from libraries where id = @id and deleted_at is null", row.LibraryId) is null)
            throw ApiErrors.NotFound().AsException();
        return caller.LibraryRefusal(row.LibraryId) is { } refusal ? throw refusal.AsException() : row;
    }

    private static List<NameRow> Others(Commit commit, NameKind kind, NameRow into, MergeRequest request)
    {
        if (request.Ids.Count == 0 || request.Ids.Contains(into.Id))
            throw ApiErrors.Validation("ids", "must name others that become this one").AsException();
        var others = request.Ids.Distinct().Select(id => NameRow.Find(commit, kind, id)).ToList();
        return others.TrueForAll(other => other?.LibraryId == into.LibraryId && other.Type == into.Type)
            ? [.. others.OfType<NameRow>()]
            : throw ApiErrors
                .Validation("ids", "must all exist in the same library, and be of the same type")
                .AsException();
    }
}
