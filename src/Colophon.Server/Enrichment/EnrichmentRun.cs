using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment;

/// <summary>What a step of an item's enrichment finds when it begins.</summary>
internal sealed record EnrichmentRun(EnrichedItem Item, EnrichmentStep Step, EnrichmentData Data)
{
    /// <summary>Past this time nothing more is asked within the scan; null outside one, and before its pictures are cached.</summary>
    public DateTimeOffset? BudgetEnd { get; init; }

    public required EnrichmentMode Mode { get; init; }

    public required IReadOnlyDictionary<string, ProviderAccount> Accounts { get; init; }

    public bool IsUsable(ProviderFacts facts) => Accounts.GetValueOrDefault(facts.Name)?.IsUsable(facts) == true;

    public SessionWishes Wishes =>
        new() { Languages = Item.Library.Options.Languages, Country = Item.Library.Options.Country };

    /// <summary>The time that a scan gives to enrichment after its pictures are cached.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMinutes(30);

    /// <summary>Null when the item is gone.</summary>
    public static async Task<EnrichmentRun?> LoadAsync(
        DbConnection connection,
        EnrichmentStep step,
        EnrichmentData data
    )
    {
        if (await EnrichedItem.FindAsync(connection, data.EntityId) is not { } item)
            return null;
        var scans = connection.Rows(
            "select options, caching_completed_at from scans where id = @id",
            row => (Options: ScanOptions.FromJson(row.GetString(0)), Cached: row.LongOrNull(1)),
            data.ScanId ?? 0
        );
        return new EnrichmentRun(item, step, data)
        {
            Mode = (scans.Count == 0 ? null : scans[0].Options.EnrichmentMode) ?? item.Library.Options.EnrichmentMode,
            BudgetEnd = scans.Count > 0 && scans[0].Cached is { } cached ? UtcTime.From(cached) + Budget : null,
            Accounts = await ProviderAccount.AllAsync(connection),
        };
    }
}
