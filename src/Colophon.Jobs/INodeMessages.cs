namespace Colophon.Jobs;

/// <summary>Short messages between the processes that share a database. Those sent while one is not connected are lost to it.</summary>
public interface INodeMessages
{
    /// <summary>Bytes of UTF-8 that a message may have.</summary>
    const int MostBytes = 7_900;

    /// <summary>Tells all nodes, this one too.</summary>
    /// <exception cref="ArgumentException">The message is longer than <see cref="MostBytes"/>.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached.</exception>
    Task SendAsync(string message, CancellationToken cancellationToken);

    /// <summary>Listens until cancelled, over lost connections too.</summary>
    /// <param name="received">Called for each message, one at a time.</param>
    /// <param name="reconnected">Called when messages may have been missed.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    Task ListenAsync(Action<string> received, Action reconnected, CancellationToken cancellationToken);
}
