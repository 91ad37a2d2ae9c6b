using System.CommandLine;
using Colophon.Jobs.Stores.Postgres;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Colophon.Server.Platform.Hosting;

/// <summary><c>colophon move --to postgres://...</c>: from the database file to a shared database, while no server runs.</summary>
internal static class MoveCommand
{
    private static readonly Option<string> To = new("--to")
    {
        Description =
            "The empty PostgreSQL database that takes everything: postgres://USER:PASSWORD@HOST:PORT/DATABASE",
        Required = true,
    };

    public static Command Make(Option<string?> data, Func<ParseResult, NodeRole, ServerOptions> optionsOf) =>
        CopyCommand.Make(
            "move",
            "Copy the database file to a PostgreSQL database. Stop the server first.",
            [data, To],
            (parsed, output, cancellationToken) =>
                RunAsync(
                    optionsOf(parsed, NodeRole.PagesAndWork),
                    parsed.GetRequiredValue(To),
                    output,
                    cancellationToken
                )
        );

    public static Task RunAsync(
        ServerOptions options,
        string address,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (!PostgresDatabase.IsAddress(address))
            throw new StartRefusedException(
                "--to is not an address: write postgres://USER:PASSWORD@HOST:PORT/DATABASE."
            );
        CopyCommand.RequireDatabase(options);
        return CopyCommand.TellAsync(
            () => MoveAsync(options, address, cancellationToken),
            $"Moved. Start the server with --database and the same --data; what {options.DatabaseFile} holds is as it was.",
            output,
            cancellationToken
        );
    }

    private static async Task<IReadOnlyList<CopiedTable>> MoveAsync(
        ServerOptions options,
        string address,
        CancellationToken cancellationToken
    )
    {
        await using var source = SqliteDatabase.Open(
            options.DatabaseFile,
            TimeProvider.System,
            NullLogger<SqliteDatabase>.Instance
        );
        await using var target = PostgresDatabase.Open(
            address,
            TimeProvider.System,
            NullLogger<PostgresDatabase>.Instance
        );
        await MigrationBackup.MakeAsync(source, options.DatabaseFile, cancellationToken);
        return await MoveDatabase.RunAsync(source, target, address, cancellationToken);
    }
}
