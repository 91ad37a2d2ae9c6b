namespace Colophon.Server.Providers.Http;

/// <summary>Where a provider may send us: its own address, and by https the other hosts its facts name. Nowhere else, whatever it answers.</summary>
internal static class ProviderHosts
{
    /// <param name="request">Null: a picture. One with a body may hold the key in it (a login) and goes nowhere else.</param>
    public static bool MayAsk(ProviderSession session, Uri target, ProviderRequest? request) =>
        IsOwn(session, target)
        || (
            request?.Body is null
            && target.Scheme == Uri.UriSchemeHttps
            && target.IsDefaultPort
            && session.Provider.Facts.OtherHosts.Any(host => Is(target.Host, host))
        );

    /// <summary>The address itself: the only place where the key goes.</summary>
    public static bool IsOwn(ProviderSession session, Uri target) =>
        target.Scheme == session.Address.Scheme && target.Authority == session.Address.Authority;

    private static bool Is(string host, string named) =>
        named.StartsWith('.')
            ? host.EndsWith(named, StringComparison.OrdinalIgnoreCase)
            : host.Equals(named, StringComparison.OrdinalIgnoreCase);
}
