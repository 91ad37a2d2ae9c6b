namespace Colophon.Jobs;

/// <summary>Says which jobs a node cannot do. The host adds one when nodes may differ in what they reach.</summary>
public interface IQueueReach
{
    /// <summary>Queues whose jobs this node leaves to others, as long as there is one that can do them. Asked now and then.</summary>
    Task<IReadOnlySet<string>> DeclinedAsync(CancellationToken cancellationToken);
}
