namespace Colophon.Server.Platform.Http;

/// <summary>Who calls: put into the request by sign-in, taken by endpoints as a parameter.</summary>
/// <param name="Libraries">The libraries the caller may see; null = all.</param>
public sealed record Caller(
    long UserId,
    string Username,
    string Role,
    IReadOnlySet<string> Permissions,
    IReadOnlySet<long>? Libraries
)
{
    public bool May(string permission) =>
        Permissions.Contains(permission) || Http.Permissions.ByLibraryType(permission).Values.Any(Permissions.Contains);

    /// <summary>Whether a permission of items lets the caller into some types of libraries and not into others.</summary>
    public bool IsNarrowed(string permission) =>
        !Http.Permissions.ByLibraryType(permission).Values.All(Permissions.Contains);

    public bool Sees(long libraryId) => Libraries is null || Libraries.Contains(libraryId);

    public bool SeesAll => Libraries is null;

    /// <summary>How minimal APIs bind the parameter. Present on every endpoint that is not anonymous.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
