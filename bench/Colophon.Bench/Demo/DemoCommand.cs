using System.CommandLine;

namespace Colophon.Bench.Demo;

/// <summary><c>demo</c>: what <c>./run demo</c> calls once everything is built.</summary>
internal static class DemoCommand
{
    private static readonly Option<string> Server = new("--server")
    {
        Description = "The built server",
        DefaultValueFactory = _ => "out/colophon",
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Where libraries and data of the demo live",
        DefaultValueFactory = _ => ".demo",
    };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "The address to serve at",
        DefaultValueFactory = _ => "http://127.0.0.1:8484",
    };

    private static readonly Option<bool> Once = new("--once") { Description = "End after the scans" };

    public static Command Create()
    {
        var command = new Command("demo", "Serve libraries of books, movies, shows and music and scan them.")
        {
            Server,
            Folder,
            Url,
            Once,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                new DemoRun(
                    new(
                        Path.GetFullPath(parsed.GetRequiredValue(Server)),
                        new DemoFolder(Path.GetFullPath(parsed.GetRequiredValue(Folder))),
                        new Uri(parsed.GetRequiredValue(Url)),
                        parsed.GetValue(Once) ? DemoEnd.AfterTheScan : DemoEnd.WhenStopped
                    )
                ).RunAsync(cancellationToken)
        );
        return command;
    }
}
