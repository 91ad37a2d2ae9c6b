using System.Text.Json;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Items;

/// <summary>Body of a resync; may be absent.</summary>
/// <param name="Refresh">False: by priority. True: what the files say overwrites all but locked fields.</param>
/// <param name="DryRun">Only tell what would change.</param>
public sealed record ResyncRequest(bool Refresh = false, bool DryRun = false);

/// <summary>The item had no file any more: it waits in the trash now.</summary>
public sealed record ItemGone(bool Deleted = true);

/// <summary>What a resync would do.</summary>
public sealed record ResyncPreview(
    IReadOnlyList<PreviewedChange> Changes,
    IReadOnlyList<long> RemovedFiles,
    IReadOnlyList<FailedFile> FailedFiles
)
{
    internal static ResyncPreview Of(ResyncReport report) =>
        new(
            [
                .. report.Changes.SelectMany(change =>
                    change.Fields.Select(field => PreviewedChange.Of(change, field.Key, field.Value))
                ),
            ],
            report.Removed,
            report.Failed
        );
}

public sealed record PreviewedChange(
    long ItemId,
    long? FileId,
    string Field,
    JsonElement Before,
    JsonElement After,
    string? SourceBefore,
    string? SourceAfter
)
{
    internal static PreviewedChange Of(ValuesChanged change, string field, FieldChange fields) =>
        new(
            change.Item.Value,
            change.FileId,
            field,
            FieldJson.ToElement(fields.Before),
            FieldJson.ToElement(fields.After),
            fields.SourceBefore,
            fields.SourceAfter
        );
}
