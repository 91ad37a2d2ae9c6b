using System.Runtime.InteropServices;
using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Settings;

/// <summary>What runs here and whether it is well.</summary>
internal static class SystemEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/system", GetAsync)
            .Requires(Permissions.ConfigRead, LibraryCheck.None)
            .WithName("getSystem")
            .WithTags("System");

    private static async Task<Ok<SystemState>> GetAsync(
        IDatabase database,
        ServerOptions options,
        StartTime started,
        TimeProvider clock,
        IEnumerable<ISystemCheck> checks,
        CancellationToken cancellationToken
    )
    {
        var results = new List<CheckResult>();
        foreach (var check in checks)
            results.AddRange(await check.ExamineAsync(cancellationToken));
        return TypedResults.Ok(
            new SystemState(
                ServerOptions.Version,
                RuntimeInformation.FrameworkDescription,
                RuntimeInformation.OSDescription,
                started.At,
                (long)(clock.GetUtcNow() - started.At).TotalSeconds,
                options.Readers,
                Environment.WorkingSet,
                new DatabaseState(
                    database.Dialect,
                    options.DatabaseName,
                    options.DataFolder,
                    TroubleView.Of(database.Trouble)
                ),
                results
            )
        );
    }
}

/// <summary>This process.</summary>
/// <param name="Readers">Threads that read files; 0 = it only serves pages, and other nodes work.</param>
public sealed record SystemState(
    string Version,
    string Runtime,
    string OperatingSystem,
    DateTimeOffset StartedAt,
    long UptimeS,
    int Readers,
    long MemoryBytes,
    DatabaseState Database,
    IReadOnlyList<CheckResult> Checks
);

/// <summary>The database.</summary>
/// <param name="Name">Its file, or its address without user and password.</param>
public sealed record DatabaseState(SqlDialect Kind, string Name, string DataFolder, TroubleView? Trouble);

public sealed record TroubleView(string Code, string Message, DateTimeOffset Since)
{
    internal static TroubleView? Of(EngineTrouble? trouble) =>
        trouble is null ? null : new TroubleView(trouble.Code, trouble.Message, trouble.Since);
}

/// <summary>When this process began to serve.</summary>
public sealed class StartTime(TimeProvider clock)
{
    public DateTimeOffset At { get; } = clock.GetUtcNow();
}
