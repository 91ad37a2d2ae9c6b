using System.CommandLine;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Files;

namespace Colophon.Server.Platform.Hosting;

/// <summary><c>colophon restore FILE</c>: from a backup to a database of either kind, while no server runs.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> From = new("FILE") { Description = "What colophon backup made" };

    public static Command Make(
        Option<string?> data,
        Option<string?> database,
        Func<ParseResult, NodeRole, ServerOptions> optionsOf
    ) =>
        CopyCommand.Make(
            "restore",
            "Make the database from a backup, whichever kind it is to be. Stop the server first.",
            [From, data, database],
            (parsed, output, cancellationToken) =>
                RunAsync(
                    optionsOf(parsed, NodeRole.PagesAndWork),
                    parsed.GetRequiredValue(From),
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
        if (!FileProbe.Look(backup).IsFile)
            throw new StartRefusedException($"There is no file {backup}.");
        if (options.Database is null)
            RefuseExisting(options);
        DataFolder.Prepare(options.DataFolder, options.DatabasePlace);
        try
        {
            await CopyCommand.TellAsync(
                () =>
                    options.Database is { } address
                        ? Restore.ToPostgresAsync(backup, address, options.DataFolder, cancellationToken)
                        : Restore.ToFileAsync(backup, options.DatabaseFile, cancellationToken),
                $"Restored. Start the server; {file} was not changed.",
                output,
                cancellationToken
            );
        }
        catch (UnfitBackupException unfit)
        {
            throw new StartRefusedException($"{backup} cannot be restored: {unfit.Message}");
        }
    }

    /// <summary>What a killed server left beside its file would be taken for a part of the restored one.</summary>
    private static void RefuseExisting(ServerOptions options)
    {
        string[] parts = ["", "-wal", "-shm"];
        var there = parts
            .Select(part => options.DatabaseFile + part)
            .Where(part => FileProbe.Look(part).State is not PathState.Missing)
            .ToList();
        if (there.Count > 0)
            throw new StartRefusedException(
                $"There is a database already: {string.Join(", ", there)}. Stop the server and move it to another folder, "
                    + "all its files together, or give another folder with --data."
            );
    }
}
