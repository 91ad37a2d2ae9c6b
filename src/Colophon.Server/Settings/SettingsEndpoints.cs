using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Colophon.Server.Settings;

/// <summary>What an administrator may change while it runs.</summary>
public static class SettingsEndpoints
{
    private const string InstanceNameKey = "instance_name";
    private const string DefaultInstanceName = "Colophon";
    private const int MostInstanceName = 60;

    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<StartTime>();
        services.AddSingleton<ISystemCheck, ToolCheck>();
        services.AddSingleton<ISystemCheck, FolderCheck>();
        services.AddSingleton<ISystemCheck, DatabaseCheck>();
        services.AddHostedService<WatchStrains>();
        return services;
    }

    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        _ = routes.ServiceProvider.GetRequiredService<StartTime>();
        SystemEndpoints.Map(routes);
        NodeEndpoints.Map(routes);
        FolderPickerEndpoints.Map(routes);
        var settings = routes.MapGroup("/api/settings").WithTags("System");
        settings.MapGet("", GetAsync).Requires(Permissions.ConfigRead, LibraryCheck.None).WithName("getSettings");
        settings
            .MapPatch("", ChangeAsync)
            .Requires(Permissions.ConfigWrite, LibraryCheck.None)
            .WithName("changeSettings");
    }

    private static async Task<Ok<SettingsView>> GetAsync(IDatabase database, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            await database.ReadAsync(connection => Task.FromResult(Read(connection, null)), cancellationToken)
        );

    private static async Task<Results<Ok<SettingsView>, ApiError>> ChangeAsync(
        ChangeSettingsRequest request,
        Caller caller,
        IDatabase database,
        CancellationToken cancellationToken
    )
    {
        var name = request.InstanceName?.Trim();
        if (name is { Length: 0 or > MostInstanceName })
            return ApiErrors.Validation(InstanceNameKey, $"The name has 1 to {MostInstanceName} characters.");
        return await database.WriteAsync(
            commit =>
            {
                if (name is not null)
                {
                    Store(commit, InstanceNameKey, name);
                    Audit.Write(commit, caller.UserId, Audit.SettingsChanged, new { instance_name = name });
                }
                return TypedResults.Ok(Read(commit.Connection, commit.Transaction));
            },
            cancellationToken
        );
    }

    private static SettingsView Read(DbConnection connection, DbTransaction? transaction) =>
        new(
            connection.QuerySingleOrDefault<string>(
                "select value from settings where key = @key",
                new { key = InstanceNameKey },
                transaction
            ) ?? DefaultInstanceName
        );

    private static void Store(Commit commit, string key, string value) =>
        commit.Connection.Execute(
            "insert into settings (key, value) values (@key, @value) on conflict (key) do update set value = excluded.value",
            new { key, value },
            commit.Transaction
        );
}

/// <summary>The settings.</summary>
/// <param name="InstanceName">How this server calls itself in the browser.</param>
public sealed record SettingsView(string InstanceName);

/// <summary>What is absent or null stays as it is.</summary>
public sealed record ChangeSettingsRequest(string? InstanceName = null);
