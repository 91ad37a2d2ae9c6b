namespace Colophon.Server.Scanning.Resync;

/// <summary>Reads one item or one of its files again while the caller waits.</summary>
public interface IInlineResync
{
    /// <exception cref="Platform.Http.ApiErrorException">
    /// 404, 409 <c>root_unavailable</c> or <c>unit_busy</c>, 412; on a node that does no work also 503 <c>no_worker</c>.
    /// </exception>
    Task<ResyncReport> RunAsync(ResyncTarget target, CancellationToken cancellationToken);
}
