namespace Colophon.Server.Platform.Live;

/// <summary>Something that has happened and is told to whoever is connected.</summary>
/// <param name="Name">The client method it is sent to (<c>scan:progress</c>).</param>
/// <param name="LibraryId">Only callers who see this library are told; null = all.</param>
/// <param name="Payload">A record; written once, in camelCase, with <c>seq</c> added.</param>
public sealed record LiveEvent(string Name, long? LibraryId, object Payload)
{
    /// <summary>Only callers who hold it are told; null = all.</summary>
    public string? Permission { get; init; }

    /// <summary>A later event with this key says all that this one says; null = each counts.</summary>
    public string? Subject { get; init; }

    /// <summary>Only those who watch this job are told, and the ring does not keep it: the log has a catch-up of its own.</summary>
    public long? WatchedJobId { get; init; }
}
