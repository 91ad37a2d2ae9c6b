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
    public bool May(string permission) => Permissions.Contains(permission);

    public bool Sees(long libraryId) => Libraries is null || Libraries.Contains(libraryId);

    public bool SeesAll => Libraries is null;

    /// <summary>How minimal APIs bind the parameter. Present on every endpoint that is not anonymous.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
