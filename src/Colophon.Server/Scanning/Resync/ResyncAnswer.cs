using Colophon.Server.Catalog;
using Colophon.Server.Metadata.History;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>What a worker found out for the node that waits: the cursor of a <c>resync-item</c> job. Persisted.</summary>
/// <param name="Refusal">Why nothing was read; null when it was.</param>
public sealed record ResyncAnswer(
    ResyncRefusal? Refusal,
    int Read,
    IReadOnlyList<FailedFile> Failed,
    IReadOnlyList<long> Removed,
    IReadOnlyList<AnsweredChange> Changes
)
{
    public static ResyncAnswer Of(ResyncReport report) =>
        new(
            null,
            report.Read,
            report.Failed,
            report.Removed,
            [
                .. report.Changes.Select(change => new AnsweredChange(change.FileId, ChangeJson.Write(change.Fields))
                {
                    ItemId = change.Item.Value,
                }),
            ]
        );

    public static ResyncAnswer Of(ApiError refusal) =>
        new(new ResyncRefusal(refusal.Status, refusal.Code, refusal.Detail), 0, [], [], []);

    /// <exception cref="ApiErrorException">The worker's refusal.</exception>
    public ResyncReport ToReport(long itemId) =>
        Refusal is { } refused
            ? throw new ApiError(refused.Status, refused.Code, refused.Detail).AsException()
            : new ResyncReport(
                Read,
                Failed,
                Removed,
                [
                    .. Changes.Select(change => new ValuesChanged(
                        new ItemId(change.ItemId ?? itemId),
                        change.FileId,
                        ChangeJson.Parse(change.Fields)
                    )),
                ]
            );
}

/// <summary>An <see cref="ApiError"/> on its way from node to node.</summary>
public sealed record ResyncRefusal(int Status, string Code, string Detail);

/// <param name="Fields">As in <see cref="ChangeJson"/>.</param>
public sealed record AnsweredChange(long? FileId, string Fields)
{
    /// <summary>Null: the item that was asked for.</summary>
    public long? ItemId { get; init; }
}
