using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Dapper;

namespace Colophon.Server.Providers;

/// <summary>A provider as this server goes by it: the row of <c>providers</c>, or what its facts say where there is none.</summary>
public sealed record ProviderAccount(string Name)
{
    /// <summary>Nothing is asked of a provider before a person switches it on.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Instead of the provider's own.</summary>
    public Uri? Address { get; init; }

    /// <summary>Encrypted.</summary>
    public string? ProtectedKey { get; init; }

    /// <summary>Requests in <see cref="Seconds"/>; 0: without a limit; null: as the facts say.</summary>
    public int? Requests { get; init; }

    public int? Seconds { get; init; }

    /// <summary>How often it failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Not asked before: the breaker is open.</summary>
    public DateTimeOffset? DownUntil { get; init; }

    public ProviderTrouble? Trouble { get; init; }

    public string? TroubleMessage { get; init; }

    public DateTimeOffset? TroubleAt { get; init; }

    public RateLimit? LimitOf(ProviderFacts facts) =>
        (Requests, Seconds) switch
        {
            (0, _) => null,
            ({ } requests, { } seconds) => new RateLimit(requests, TimeSpan.FromSeconds(seconds)),
            _ => facts.Limit,
        };

    /// <summary>Whether it may be asked for an item at all: it is on, and has the key it wants.</summary>
    public bool IsUsable(ProviderFacts facts) =>
        IsEnabled && (facts.Key != ProviderKey.Required || ProtectedKey is not null);

    public static async Task<IReadOnlyDictionary<string, ProviderAccount>> AllAsync(DbConnection connection) =>
        (await connection.QueryAsync<Row>(Select)).Select(row => row.ToAccount()).ToDictionary(account => account.Name);

    public static async Task<ProviderAccount> FindAsync(DbConnection connection, string name) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Select} where name = @name", new { name }))?.ToAccount()
        ?? new ProviderAccount(name);

    /// <summary>The same inside a transaction.</summary>
    public static ProviderAccount Find(DbConnection connection, DbTransaction? transaction, string name) =>
        connection.QuerySingleOrDefault<Row>($"{Select} where name = @name", new { name }, transaction)?.ToAccount()
        ?? new ProviderAccount(name);

    /// <summary>Those that are switched on, in a commit; whether they may be used says <see cref="IsUsable"/>.</summary>
    public static Dictionary<string, ProviderAccount> Usable(Commit commit) =>
        commit
            .Query(
                "select name, protected_key from providers where enabled = 1",
                row => new ProviderAccount(row.GetString(0)) { IsEnabled = true, ProtectedKey = row.TextOrNull(1) }
            )
            .ToDictionary(account => account.Name, StringComparer.Ordinal);

    private const string Select = """
        select name, enabled, address, protected_key as ProtectedKey, requests, seconds, failures, down_until as DownUntil,
            trouble, trouble_message as TroubleMessage, trouble_at as TroubleAt
        from providers
        """;

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public long Enabled { get; init; }

        public string? Address { get; init; }

        public string? ProtectedKey { get; init; }

        public long? Requests { get; init; }

        public long? Seconds { get; init; }

        public long Failures { get; init; }

        public long? DownUntil { get; init; }

        public long? Trouble { get; init; }

        public string? TroubleMessage { get; init; }

        public long? TroubleAt { get; init; }

        public ProviderAccount ToAccount() =>
            new(Name)
            {
                IsEnabled = Enabled == 1,
                Address = Address is null ? null : new Uri(Address),
                ProtectedKey = ProtectedKey,
                Requests = (int?)Requests,
                Seconds = (int?)Seconds,
                Failures = (int)Failures,
                DownUntil = DownUntil is { } until ? UtcTime.From(until) : null,
                Trouble = (ProviderTrouble?)Trouble,
                TroubleMessage = TroubleMessage,
                TroubleAt = TroubleAt is { } at ? UtcTime.From(at) : null,
            };
    }
}
