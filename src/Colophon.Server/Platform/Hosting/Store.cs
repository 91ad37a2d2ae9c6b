using Colophon.Jobs;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Platform.Hosting;

/// <summary>Opens the database when it is first asked for and brings its tables up to date before anything else starts.</summary>
public static partial class Store
{
    /// <summary>Call it before other hosted services are added: they start in that order.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<IDatabase>(provider => Open(provider, options));
        services.AddHostedService<MigrateAtStart>();
        return services;
    }

    private static IDatabase Open(IServiceProvider provider, ServerOptions options)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        try
        {
            return options.Database is { } address
                ? PostgresDatabase.Open(
                    address,
                    clock,
                    provider.GetRequiredService<ILogger<PostgresDatabase>>(),
                    lease: options.Lease
                )
                : SqliteDatabase.Open(
                    options.DatabaseFile,
                    clock,
                    provider.GetRequiredService<ILogger<SqliteDatabase>>()
                );
        }
        catch (Exception refused) when (refused is DatabaseInUseException or FormatException)
        {
            throw new StartRefusedException(refused.Message);
        }
    }

    private sealed partial class MigrateAtStart(IDatabase database, ServerOptions options, ILogger<MigrateAtStart> log)
        : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var applied = await database.ReadAsync(
                connection => Migrations.AppliedAsync(connection, database.Dialect),
                cancellationToken
            );
            if (Migrations.AreNewer(applied))
                throw new StartRefusedException(
                    $"A newer version of Colophon made the tables of {options.DatabaseName}. Start that version or a later one; "
                        + "to go back to this one, restore a backup that it can read."
                );
            if (
                database.Dialect is SqlDialect.Sqlite
                && await MigrationBackup.MakeAsync(database, options.DatabaseFile, cancellationToken) is { } backup
            )
                LogBackup(log, backup);
            await Migrations.ApplyAsync(database, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(
            LogLevel.Information,
            "The database is brought up to date; as it was before it is kept in {Backup}"
        )]
        private static partial void LogBackup(ILogger log, string backup);
    }
}
