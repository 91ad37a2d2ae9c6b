using System.CommandLine;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Platform.Hosting;

/// <summary><c>colophon backup FILE</c>: everything the database holds in one file, while servers run.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> To = new("FILE")
    {
        Description = "The file that takes everything; it must not be there yet",
    };

    public static Command Make(
        Option<string?> data,
        Option<string?> database,
        Func<ParseResult, NodeRole, ServerOptions> optionsOf
    ) =>
        CopyCommand.Make(
            "backup",
            "Copy the database to a file, whichever kind it is. The server may run.",
            [To, data, database],
            (parsed, output, cancellationToken) =>
                RunAsync(
                    optionsOf(parsed, NodeRole.PagesAndWork),
                    parsed.GetRequiredValue(To),
                    output,
                    cancellationToken
                )
        );

    public static async Task RunAsync(
        ServerOptions options,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var backup = Path.GetFullPath(file);
        if (FileProbe.Look(backup).State is not PathState.Missing)
            throw new StartRefusedException($"{backup} is there already. Give a file that is not.");
        if (!FileProbe.Look(Path.GetDirectoryName(backup)!).IsFolder)
            throw new StartRefusedException($"There is no folder {Path.GetDirectoryName(backup)}. Make it first.");
        if (options.Database is null)
            CopyCommand.RequireDatabase(options);
        try
        {
            await CopyCommand.TellAsync(
                () =>
                    options.Database is { } address
                        ? Backup.OfPostgresAsync(address, backup, cancellationToken)
                        : Backup.OfFileAsync(options.DatabaseFile, backup, cancellationToken),
                $"Backed up. Restore it with: colophon restore {file}",
                output,
                cancellationToken
            );
        }
        catch (UnfitBackupException unfit)
        {
            throw new StartRefusedException($"{options.DatabaseName} cannot be backed up: {unfit.Message}");
        }
    }
}
