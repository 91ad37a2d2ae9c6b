namespace Colophon.Server.Catalog;

/// <summary>Names of queues: one a library, one a provider, <see cref="General"/> for the rest.</summary>
public static class JobQueues
{
    public const string General = Jobs.JobRequest.GeneralQueue;

    public static string OfLibrary(long libraryId) => $"library:{libraryId}";

    /// <summary>Of pictures that are downloaded.</summary>
    public const string Artwork = "artwork";

    public static string OfProvider(string provider) => $"provider:{provider}";

    /// <summary>Of what follows the first question about an item: in a queue of its own it does not wait until all items were asked about.</summary>
    public static string OfProviderArtwork(string provider) => $"provider:{provider}:artwork";
}
