namespace Colophon.Server.Providers;

/// <summary>A provider did not answer as it should. "No such thing" is an answer and throws nothing.</summary>
public sealed class ProviderException : Exception
{
    public ProviderException(ProviderTrouble trouble, string message, Exception? inner = null)
        : base(message, inner) => Trouble = trouble;

    public ProviderTrouble Trouble { get; }

    /// <summary>Not worth asking before that time.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>What went wrong between us and a provider.</summary>
public enum ProviderTrouble
{
    /// <summary>It wants a key and there is none, or refuses the one there is (401, 403).</summary>
    Key,

    /// <summary>Asked too often, by its own word or by our limit.</summary>
    Limited,

    /// <summary>It is not there: no connection, no answer in time, an error of its own (5xx); or the breaker keeps us from asking.</summary>
    Down,

    /// <summary>It answered what cannot be used: no JSON, too much of it, a redirect to somewhere else, a refusal (4xx).</summary>
    Refused,
}
