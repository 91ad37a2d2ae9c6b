using Colophon.Jobs;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Platform.Hosting;

/// <summary>Opens the database when it is first asked for and brings its tables up to date before anything else starts.</summary>
public static class Store
{
    /// <summary>Call it before other hosted services are added: they start in that order.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<IDatabase>(provider => Open(provider, options));
        services.AddHostedService<MigrateAtStart>();
        return services;
    }

    private static SqliteDatabase Open(IServiceProvider provider, ServerOptions options)
    {
        try
        {
            return SqliteDatabase.Open(
                options.DatabaseFile,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SqliteDatabase>>()
            );
        }
        catch (DatabaseInUseException inUse)
        {
            throw new StartRefusedException(inUse.Message);
        }
    }

    private sealed class MigrateAtStart(IDatabase database) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Migrations.ApplyAsync(database, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
