using System.CommandLine;
using System.Data.Common;
using Colophon.Jobs.Stores.Sqlite;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Platform.Hosting;

/// <summary>What <c>move</c>, <c>backup</c> and <c>restore</c> have in common: each copies a whole database and tells of its tables.</summary>
internal static class CopyCommand
{
    /// <summary>Makes a verb that runs <paramref name="run"/> with its options and where to write.</summary>
    public static Command Make(
        string name,
        string description,
        IEnumerable<Symbol> takes,
        Func<ParseResult, TextWriter, CancellationToken, Task> run
    )
    {
        var command = new Command(name, description);
        foreach (var taken in takes)
            if (taken is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)taken);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await run(parsed, parsed.InvocationConfiguration.Output, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    /// <summary>Runs the copy and tells of it; what a person can mend is told as that.</summary>
    public static async Task TellAsync(
        Func<Task<IReadOnlyList<CopiedTable>>> copy,
        string done,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var table in (await copy()).Where(table => table.Rows > 0))
                await output.WriteLineAsync($"{table.Rows, 12:N0}  {table.Name}".AsMemory(), cancellationToken);
            await output.WriteLineAsync(done.AsMemory(), cancellationToken);
        }
        catch (TargetNotEmptyException)
        {
            throw new StartRefusedException(
                "The database that is to take everything holds users or libraries already. Give an empty one."
            );
        }
        catch (Exception refused)
            when (refused is DatabaseInUseException or DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(refused.Message);
        }
    }

    /// <summary>Refuses when there is no database file to copy.</summary>
    public static void RequireDatabase(ServerOptions options)
    {
        if (!FileProbe.Look(options.DatabaseFile).IsFile)
            throw new StartRefusedException(
                $"There is no database {options.DatabaseFile}. Name its folder with --data."
            );
    }
}
