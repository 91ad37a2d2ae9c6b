using System.CommandLine;

namespace Colophon.Server.Platform.Native;

/// <summary>The verb the program calls itself with; of no use to people.</summary>
public static class ProbeCommand
{
    public static Command Make()
    {
        var command = new Command("probe", "Read foreign files apart from the server; started by it.")
        {
            Hidden = true,
        };
        command.SetAction(
            async (_, cancellationToken) =>
            {
                await using var input = Console.OpenStandardInput();
                await using var output = Console.OpenStandardOutput();
                return await ProbeChild.ServeAsync(input, output, cancellationToken);
            }
        );
        return command;
    }
}
