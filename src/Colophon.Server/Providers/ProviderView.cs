namespace Colophon.Server.Providers;

/// <summary>A provider, as an administrator sees it. Its key is never told.</summary>
/// <param name="Rank">Where a library says nothing, the lower one is asked first and believed more.</param>
/// <param name="Key">Whether it wants one.</param>
/// <param name="Address">Where it is asked.</param>
/// <param name="Limit">How often it is asked at most; null: without a limit.</param>
public sealed record ProviderView(
    string Name,
    string Title,
    string Website,
    string Attribution,
    int Rank,
    ProviderKey Key,
    bool HasKey,
    bool Enabled,
    string Address,
    string DefaultAddress,
    LimitView? Limit,
    LimitView? DefaultLimit,
    IReadOnlyList<AbilityView> Kinds,
    ProviderStateView State
)
{
    internal static ProviderView Of(ProviderFacts facts, ProviderAccount account, DateTimeOffset now) =>
        new(
            facts.Name,
            facts.Title,
            facts.Website.ToString(),
            facts.Attribution,
            facts.Rank,
            facts.Key,
            account.ProtectedKey is not null,
            account.IsEnabled,
            (account.Address ?? facts.Address).ToString(),
            facts.Address.ToString(),
            LimitView.Of(account.LimitOf(facts)),
            LimitView.Of(facts.Limit),
            [.. facts.Abilities.Select(AbilityView.Of)],
            ProviderStateView.Of(facts, account, now)
        );
}

/// <summary>At most so many requests in any span of so many seconds.</summary>
public sealed record LimitView(int Requests, int Seconds)
{
    internal static LimitView? Of(Jobs.RateLimit? limit) =>
        limit is null ? null : new LimitView(limit.Times, (int)Math.Max(1, limit.Per.TotalSeconds));
}

/// <summary>What it can say of a kind of item.</summary>
/// <param name="Fields">That its metadata may speak of, by their names.</param>
public sealed record AbilityView(string Kind, bool Search, bool Metadata, bool Artwork, IReadOnlyList<string> Fields)
{
    internal static AbilityView Of(ProviderAbility ability) =>
        new(
            ability.Kind,
            ability.Can.HasFlag(ProviderCan.Search),
            ability.Can.HasFlag(ProviderCan.Metadata),
            ability.Can.HasFlag(ProviderCan.Artwork),
            ability.Says
        );
}

/// <summary>How it fares.</summary>
/// <param name="Message">What went wrong last; null when nothing did.</param>
/// <param name="Until">Not asked before; null: asked at once.</param>
public sealed record ProviderStateView(
    ProviderStatus Status,
    string? Message,
    DateTimeOffset? Since,
    DateTimeOffset? Until
)
{
    internal static ProviderStateView Of(ProviderFacts facts, ProviderAccount account, DateTimeOffset now)
    {
        var until = account.DownUntil > now ? account.DownUntil : null;
        var status =
            !account.IsEnabled ? ProviderStatus.Off
            : !account.IsUsable(facts) ? ProviderStatus.NeedsKey
            : account.Trouble == ProviderTrouble.Key ? ProviderStatus.KeyRefused
            : until is not null ? ProviderStatus.Down
            : ProviderStatus.Ready;
        return new ProviderStateView(status, account.TroubleMessage, account.TroubleAt, until);
    }
}

/// <summary>Whether a provider is asked.</summary>
public enum ProviderStatus
{
    /// <summary>Nobody has switched it on.</summary>
    Off,

    /// <summary>It is on and has no key, without which it does not answer.</summary>
    NeedsKey,

    /// <summary>It refused its key.</summary>
    KeyRefused,

    /// <summary>It failed again and again and is left alone for a while.</summary>
    Down,

    Ready,
}

public sealed record ProviderListView(IReadOnlyList<ProviderView> Providers, int Total);

/// <summary>What is absent or null stays as it is.</summary>
/// <param name="Address">Empty: the provider's own.</param>
/// <param name="Key">Empty: removed.</param>
/// <param name="Limit">0 requests: none.</param>
public sealed record ChangeProviderRequest(
    bool? Enabled = null,
    string? Address = null,
    string? Key = null,
    LimitView? Limit = null
);

/// <summary>What came of asking a provider for something small.</summary>
/// <param name="Message">What went wrong; null when it answered.</param>
public sealed record ProviderTestView(bool Ok, string? Message, long TookMs);
