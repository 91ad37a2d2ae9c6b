using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Metadata;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Catalog.Editing;

/// <summary>GET and DELETE .../evidence: who said what, who won and why; and to forget what is said no more.</summary>
internal static class EvidenceEndpoints
{
    public static async Task<Ok<EvidenceShown>> GetAsync<TPlace>(
        long id,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
        where TPlace : IPlaceOf =>
        TypedResults.Ok(
            await database.ReadAsync(
                async connection => await LoadAsync(connection, await TPlace.FindAsync(connection, id, caller)),
                cancellationToken
            )
        );

    public static async Task<Ok<EvidenceShown>> ForgetAsync<TPlace>(
        long id,
        string source,
        string origin,
        string field,
        IfMatch seen,
        Caller caller,
        IDatabase database,
        EditItems edits,
        CancellationToken cancellationToken
    )
        where TPlace : IPlaceOf
    {
        var place = await database.ReadAsync(connection => TPlace.FindAsync(connection, id, caller), cancellationToken);
        await edits.ChangeAsync(
            place,
            seen,
            caller,
            edit =>
            {
                if (!edit.Forget(source, origin, field))
                    throw ApiErrors.NotFound($"{origin} said nothing about {field}.").AsException();
            },
            cancellationToken
        );
        return await GetAsync<TPlace>(id, caller, database, cancellationToken);
    }

    private static async Task<EvidenceShown> LoadAsync(DbConnection connection, ItemPlace place)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            select e.file_id as FileId, e.source, e.origin, e.document, e.observed_at as ObservedAt, f.format,
                f.relative_path as RelativePath, l.role, l.position, l.assigned_by as AssignedBy
            from evidence e left join files f on f.id = e.file_id
                left join item_files l on l.file_id = e.file_id and l.item_id = e.item_id
            where e.item_id = @item and (@file is null or e.file_id = @file) order by e.id
            """,
            new { item = place.ItemId, file = place.FileId }
        );
        var evidence = rows.Select(row => row.ToEvidence()).ToList();
        var locks = await connection.ExecuteScalarAsync<string>(
            place.FileId is null ? "select locks from items where id = @id" : "select locks from files where id = @id",
            new { id = place.FileId ?? place.ItemId }
        );
        var level = place.FileId is null ? FieldLevel.Item : FieldLevel.File;
        var order = ProviderOrders.Of(connection, place.LibraryId);
        var fields = MetadataMerge.Explain(place.Kind, level, evidence, FieldLocks.Parse(locks!), order);
        return new EvidenceShown(
            place.ItemId,
            fields.ToDictionary(field => field.Field, FieldEvidence.Of, StringComparer.Ordinal),
            [
                .. evidence.Select(said => new DocumentShown(
                    said.Source,
                    said.Origin,
                    said.FileId,
                    said.ObservedAt,
                    said.Document.Fields.ToDictionary(entry => entry.Key, entry => FieldJson.ToElement(entry.Value))
                )),
            ]
        );
    }

    private sealed record Row
    {
        public long? FileId { get; init; }

        public string Source { get; init; } = "";

        public string Origin { get; init; } = "";

        public string Document { get; init; } = "";

        public long ObservedAt { get; init; }

        public string? Format { get; init; }

        public string? RelativePath { get; init; }

        public string? Role { get; init; }

        public long? Position { get; init; }

        public string? AssignedBy { get; init; }

        private FilePlace Place =>
            new(Role ?? FileRoles.Main, (int)(Position ?? 0), AssignedBy ?? Catalog.AssignedBy.Scan);

        public Evidence ToEvidence() =>
            new(
                Source,
                Origin,
                FileId,
                EvidenceDocument.Parse(Document),
                FileId is null ? EvidenceRank.OfItem : Place.RankOf(Format!, RelativePath!),
                DateTimeOffset.FromUnixTimeMilliseconds(ObservedAt)
            );
    }
}
