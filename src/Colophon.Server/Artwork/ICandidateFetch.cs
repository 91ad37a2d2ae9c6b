namespace Colophon.Server.Artwork;

/// <summary>Takes a picture that a provider offers into the cache: what is not there cannot be chosen.</summary>
internal interface ICandidateFetch
{
    /// <summary>False when the asset is none that is offered.</summary>
    /// <exception cref="Platform.Http.ApiErrorException">The provider did not give it, or gave something else.</exception>
    Task<bool> FetchAsync(long assetId, CancellationToken cancellationToken);
}
