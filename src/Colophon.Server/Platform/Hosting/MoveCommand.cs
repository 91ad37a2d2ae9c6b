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

    public static Command Make(Option<string?> data, Func<ParseResult, NodeRole, ServerOptions> optionsOf)
    {
        var command = new Command("move", "Copy the database file to a PostgreSQL database. Stop the server first.")
        {
            data,
            To,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await MoveAsync(
                    optionsOf(parsed, NodeRole.PagesAndWork),
                    parsed.GetRequiredValue(To),
                    parsed.InvocationConfiguration.Output,
                    cancellationToken
                );
                return 0;
            }
        );
        return command;
    }

    private static async Task MoveAsync(
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
        if (!new FileInfo(options.DatabaseFile).Exists)
            throw new StartRefusedException(
                $"There is no database {options.DatabaseFile}. Name its folder with --data."
            );
        try
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
            var moved = await MoveDatabase.RunAsync(source, target, address, cancellationToken);
            foreach (var table in moved.Where(table => table.Rows > 0))
                await output.WriteLineAsync($"{table.Rows, 12:N0}  {table.Name}");
            await output.WriteLineAsync(
                $"Moved. Start the server with --database and the same --data; {options.DatabaseFile} was not changed."
            );
        }
        catch (DatabaseInUseException running)
        {
            throw new StartRefusedException(running.Message);
        }
        catch (TargetNotEmptyException)
        {
            throw new StartRefusedException(
                "The database named by --to holds users or libraries already. Give an empty one."
            );
        }
    }
}
