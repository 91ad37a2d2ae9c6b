namespace Colophon.Server.Platform.Http;

/// <summary>What an endpoint asks of its caller. Every endpoint carries one; start-up fails for one that does not.</summary>
/// <param name="Permission">Null: no permission is asked.</param>
public sealed record EndpointAccess(string? Permission, LibraryCheck Libraries, Admission Admission);

public enum Admission
{
    Anyone,
    SignedIn,
    Permitted,
}

/// <summary>Statuses beyond the usual ones that an endpoint may answer with a problem; for the API description.</summary>
public sealed record EndpointRefusals(IReadOnlyList<int> Statuses);

public static class EndpointAccessExtensions
{
    /// <summary>The caller must hold the permission; <paramref name="check"/> says how the handler honours library access.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, string permission, LibraryCheck check)
        where TBuilder : IEndpointConventionBuilder =>
        builder.Carrying(new EndpointAccess(permission, check, Admission.Permitted));

    /// <summary>Any signed-in caller may: only for what concerns the caller alone.</summary>
    public static TBuilder SignedIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.Carrying(new EndpointAccess(null, LibraryCheck.None, Admission.SignedIn));

    /// <summary>Anyone may, without signing in.</summary>
    public static TBuilder Anonymous<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.Carrying(new EndpointAccess(null, LibraryCheck.None, Admission.Anyone));

    /// <summary>Describes problem answers that do not follow from access and parameters (409, 412, 422, ...).</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder => builder.Carrying(new EndpointRefusals(statuses));

    /// <summary>Call it after the last endpoint is mapped: start-up stops when one does not say whom it lets in.</summary>
    public static void UseDeclaredEndpoints(this WebApplication app)
    {
        // Called here and not left to the start, so that the description knows the endpoints of a server that never starts.
        app.UseEndpoints(_ => { });
        var undeclared = ((IEndpointRouteBuilder)app)
            .DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointAccess>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (undeclared.Count > 0)
            throw new InvalidOperationException(
                $"These endpoints must say .Requires(...), .SignedIn() or .Anonymous() where they are mapped: {string.Join(", ", undeclared)}"
            );
    }

    private static TBuilder Carrying<TBuilder>(this TBuilder builder, object metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
