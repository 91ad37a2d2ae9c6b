using System.Text.Json;
using Colophon.Server.Providers.Http;

namespace Colophon.Server.Providers;

/// <summary>
/// One caller's time with one provider: what the provider sees of this server, and the only way in which it asks for anything.
/// Limits are kept, answers are taken from the cache and stored, failures are counted, hosts are watched.
/// </summary>
public sealed class ProviderSession
{
    private readonly ProviderClient client;

    internal ProviderSession(ProviderClient client, IProvider provider, ProviderAccount account, SessionWishes wishes)
    {
        this.client = client;
        (Provider, Account, Wishes) = (provider, account, wishes);
    }

    /// <summary>Where it is asked; ends with a slash.</summary>
    public Uri Address => Account.Address ?? Provider.Facts.Address;

    /// <summary>Null: none is set.</summary>
    public string? Key { get; internal init; }

    /// <summary>Two letters each, the preferred one first; never empty.</summary>
    public IReadOnlyList<string> Languages => Wishes.Languages;

    /// <summary>Two capital letters; null where the library says nothing.</summary>
    public string? Country => Wishes.Country;

    internal DateTimeOffset OpenedAt { get; init; }

    internal IProvider Provider { get; }

    internal ProviderAccount Account { get; }

    internal SessionWishes Wishes { get; }

    /// <summary>The token it asked with last.</summary>
    internal string? Token { get; set; }

    /// <summary>Asks; null when there is no such thing.</summary>
    /// <exception cref="ProviderException">It did not answer as it should.</exception>
    public Task<JsonElement?> GetAsync(ProviderRequest request, CancellationToken cancellationToken) =>
        client.AskAsync(this, request, cancellationToken);

    /// <summary>Copies a picture that the provider offers.</summary>
    /// <param name="most">Bytes that it may have.</param>
    /// <exception cref="ProviderException">It did not give it, or it lies on a host that is none of the provider's.</exception>
    public Task DownloadAsync(Uri address, long most, Stream into, CancellationToken cancellationToken) =>
        client.DownloadAsync(this, address, most, into, cancellationToken);

    /// <summary>A token that the key was exchanged for; made again when the provider refuses it. Kept in this process only.</summary>
    /// <param name="renew">Asks for one; its request is not cached.</param>
    public async Task<string> TokenAsync(
        Func<CancellationToken, Task<string>> renew,
        CancellationToken cancellationToken
    ) => Token = await client.Tokens.TakeAsync(this, renew, cancellationToken);
}

/// <summary>How a session asks.</summary>
public sealed record SessionWishes
{
    private static readonly string[] English = ["en"];
    private readonly IReadOnlyList<string> languages = English;

    /// <summary>None is as good as English.</summary>
    public IReadOnlyList<string> Languages
    {
        get => languages;
        init => languages = value.Count == 0 ? English : value;
    }

    public string? Country { get; init; }

    /// <summary>How long it waits for its turn.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Answers in the cache count only when they are younger than this session.</summary>
    public bool IsFresh { get; init; }
}
