using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Review;

/// <summary>What an item would show under another identity: the real thing, taken back.</summary>
internal sealed class IdentityPreview(IDatabase database, ProviderSaidApplier applier)
{
    /// <summary>Null: the provider knows no such record.</summary>
    public async Task<IdentityPreviewView?> OfAsync(
        EnrichedItem item,
        ProviderId id,
        ProviderSession session,
        CancellationToken cancellationToken
    )
    {
        var subject = new ProviderSubject(item.Kind, id);
        if (await session.Provider.ReadAsync(subject, session, cancellationToken) is not { } record)
            return null;
        var edition = item.EditionOf(record.Id, record.Document);
        var said = new ProviderSaid(
            item.Id,
            edition?.Id,
            session.Provider.Facts.Name,
            Identity: null,
            ProviderTold.Of(subject, record, edition)
        );
        var changes = await database.WriteAsync(commit => Rehearse(commit, said), cancellationToken);
        return new IdentityPreviewView(
            (record.Document.Fields.GetValueOrDefault(Fields.Title) as TextValue)?.Text ?? item.Title,
            Shown(changes, file: null),
            Shown(changes, said.FileId)
        );
    }

    private List<ValuesChanged> Rehearse(Commit commit, ProviderSaid said)
    {
        var catalog = commit.State<CatalogChanges>();
        Rehearsal.Run(commit, CatalogWrite.RollBack, () => applier.Store([(said, JobId: null)], commit));
        // Nobody is to be told of what did not happen.
        catalog.Edited.Clear();
        catalog.PicturesChanged.Clear();
        catalog.Repainted.Clear();
        return [.. catalog.Values];
    }

    private static Dictionary<string, IReadOnlyList<JsonElement>> Shown(List<ValuesChanged> changes, long? file) =>
        changes
            .Where(change => change.FileId == file)
            .SelectMany(change => change.Fields)
            .ToDictionary(
                field => field.Key,
                field =>
                    (IReadOnlyList<JsonElement>)
                        [FieldJson.ToElement(field.Value.Before), FieldJson.ToElement(field.Value.After)],
                StringComparer.Ordinal
            );
}
