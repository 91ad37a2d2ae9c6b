using System.Collections.Immutable;

namespace Colophon.Server.Providers;

/// <summary>A request to a provider: a path below its address and what goes along. Immutable.</summary>
/// <param name="Path">Without a leading slash, escaped: <c>movie/603</c>.</param>
public sealed record ProviderRequest(string Path)
{
    /// <summary>How long the answer to a search is taken from the cache: what is not found today may be there tomorrow.</summary>
    public static readonly TimeSpan SearchIsGoodFor = TimeSpan.FromDays(1);

    /// <summary>Parameters that say what is asked for.</summary>
    public ImmutableArray<(string Name, string Value)> Query { get; private init; } = [];

    /// <summary>Parameters that say who asks.</summary>
    public ImmutableArray<(string Name, string Value)> SecretQuery { get; private init; } = [];

    /// <summary>Headers that say who asks.</summary>
    public ImmutableArray<(string Name, string Value)> SecretHeaders { get; private init; } = [];

    /// <summary>Sent by POST as JSON; null: GET.</summary>
    public string? Body { get; init; }

    /// <summary>How long its answer is taken from the cache; null: as the provider's facts say. Zero: it is not kept.</summary>
    public TimeSpan? GoodFor { get; init; }

    /// <summary>With a parameter; null or empty leaves it out.</summary>
    public ProviderRequest With(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : this with { Query = Query.Add((name, value)) };

    public ProviderRequest WithSecret(string name, string value) =>
        this with
        {
            SecretQuery = SecretQuery.Add((name, value)),
        };

    public ProviderRequest WithSecretHeader(string name, string value) =>
        this with
        {
            SecretHeaders = SecretHeaders.Add((name, value)),
        };

    /// <summary>What is asked for, without who asks: the key of the cache.</summary>
    public string Key => $"{(Body is null ? "" : "POST ")}{Path}{Text(Query)}{(Body is null ? "" : $" {Body}")}";

    internal Uri AddressBelow(Uri provider) => new(provider, $"{Path}{Text([.. Query, .. SecretQuery])}");

    private static string Text(ImmutableArray<(string Name, string Value)> query) =>
        query.IsEmpty
            ? ""
            : $"?{string.Join('&', query.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"))}";
}
