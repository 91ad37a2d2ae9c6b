using System.CommandLine;
using System.Globalization;

namespace Colophon.Server.Platform.Hosting;

/// <summary>The verbs of the program. What a verb works on is given by Program.cs.</summary>
public static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for database, cache and keys; on a local disk (COLOPHON_DATA; default ./colophon-data)",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description =
            $"Addresses to listen on, separated by semicolons (COLOPHON_URLS; default {ServerOptions.DefaultUrl})",
        HelpName = "URL",
    };

    private static readonly Option<string?> Database = new("--database")
    {
        Description =
            "postgres://USER:PASSWORD@HOST:PORT/DATABASE, shared by several nodes (COLOPHON_DATABASE; default a file in the data folder)",
    };

    private static readonly Option<bool> NoWork = new("--no-work")
    {
        Description = "Only serve: jobs are run by other nodes of the database",
    };

    private static readonly Option<int?> Readers = new("--readers")
    {
        Description = "Threads that read files in a scan (COLOPHON_READERS; default two a core, at least 4)",
        HelpName = "N",
    };

    public static Task<int> RunAsync(string[] args, Func<ServerOptions, WebApplication> build, params Command[] further)
    {
        // Dates, numbers and case are never those of the machine's language.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = new RootCommand(
            "Colophon looks after a library of books, comics, audiobooks, films, shows and music."
        )
        {
            ServeCommand(build),
            WorkerCommand(build),
            OpenApiCommand(build),
            DoctorCommand(build),
            MoveCommand.Make(Data, OptionsOf),
            BackupCommand.Make(Data, Database, OptionsOf),
            RestoreCommand.Make(Data, Database, OptionsOf),
        };
        foreach (var command in further)
            root.Add(command);
        // The host ends the process itself on a signal, within its own time.
        var configuration = new InvocationConfiguration
        {
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        return TellRefusalsAsync(() => root.Parse(args).InvokeAsync(configuration));
    }

    private static Command ServeCommand(Func<ServerOptions, WebApplication> build)
    {
        var command = new Command("serve", "Serve the web pages and the API, and work on jobs, until stopped.")
        {
            Data,
            Urls,
            Readers,
            Database,
            NoWork,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunNodeAsync(
                    build,
                    OptionsOf(parsed, parsed.GetValue(NoWork) ? NodeRole.Pages : NodeRole.PagesAndWork),
                    cancellationToken
                )
        );
        return command;
    }

    private static Command WorkerCommand(Func<ServerOptions, WebApplication> build)
    {
        var command = new Command("worker", "Work on the jobs of a shared database until stopped; serves no pages.")
        {
            Data,
            Urls,
            Readers,
            Database,
        };
        command.SetAction(
            (parsed, cancellationToken) => RunNodeAsync(build, OptionsOf(parsed, NodeRole.Work), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunNodeAsync(
        Func<ServerOptions, WebApplication> build,
        ServerOptions options,
        CancellationToken cancellationToken
    )
    {
        DataFolder.Prepare(options.DataFolder, options.DatabasePlace);
        await using var app = build(options);
        await Serve.RunAsync(app, cancellationToken);
        return 0;
    }

    private static Command OpenApiCommand(Func<ServerOptions, WebApplication> build)
    {
        var file = new Argument<string>("outfile") { Description = "Where the document goes" };
        var command = new Command("openapi", "Write the description of the API without serving.") { file };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var nowhere = new ServerOptions { DataFolder = Path.Combine(Path.GetTempPath(), "colophon-openapi") };
                await using var app = build(nowhere);
                var document = await Http.ApiDescription.DocumentAsync(app, cancellationToken);
                await File.WriteAllTextAsync(parsed.GetRequiredValue(file), document, cancellationToken);
                return 0;
            }
        );
        return command;
    }

    private static Command DoctorCommand(Func<ServerOptions, WebApplication> build)
    {
        var command = new Command("doctor", "Check tools, folders, permissions and the database.") { Data, Database };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var options = OptionsOf(parsed);
                await using var app = build(options);
                var checks = app.Services.GetServices<ISystemCheck>();
                return await Doctor.ExamineAsync(checks, parsed.InvocationConfiguration.Output, cancellationToken);
            }
        );
        return command;
    }

    private static ServerOptions OptionsOf(ParseResult parsed, NodeRole role = NodeRole.PagesAndWork) =>
        ServerOptionsReader.Read(
            new GivenOptions(
                parsed.GetValue(Data),
                parsed.CommandResult.Command.Options.Contains(Urls) ? parsed.GetValue(Urls) : null,
                parsed.CommandResult.Command.Options.Contains(Readers) ? parsed.GetValue(Readers) : null,
                parsed.CommandResult.Command.Options.Contains(Database) ? parsed.GetValue(Database) : null,
                role
            ),
            Environment.GetEnvironmentVariable
        );

    private static async Task<int> TellRefusalsAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"colophon: {refused.Message}");
            return 2;
        }
    }
}
