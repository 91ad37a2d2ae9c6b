using System.Text.Json.Nodes;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Demo;

internal enum DemoEnd
{
    WhenStopped,
    AfterTheScan,
}

/// <summary>What a demo works on.</summary>
internal sealed record DemoSettings(string Server, DemoFolder Folder, Uri Url, DemoEnd End);

/// <summary>From nothing to scanned libraries of all types that a browser shows; a second run goes on with what is there.</summary>
internal sealed class DemoRun(DemoSettings settings)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <summary>The exit code: 0 when the scans completed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ShowAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Stopped.");
            return settings.End is DemoEnd.WhenStopped ? 0 : 1;
        }
    }

    private async Task<int> ShowAsync(CancellationToken cancellationToken)
    {
        foreach (var library in DemoLibrary.All)
            settings.Folder.Ensure(library, cancellationToken);
        await using var server = await ServerProcess.StartAsync(
            settings.Server,
            settings.Folder.Data,
            settings.Url,
            ServerOutput.Kept,
            cancellationToken
        );
        await using var providers = await DemoProviders.StartAsync();
        using var api = new ApiClient(server.Address);
        var credentials = settings.Folder.EnsureCredentials();
        await api.SignInAsync(credentials.Username, credentials.Password, cancellationToken);
        await providers.SwitchOnAsync(api, cancellationToken);
        Console.WriteLine($"Serving at {settings.Url}");
        Console.WriteLine($"Administrator: {credentials.Username}   password: {credentials.Password}\n");

        var completed = true;
        foreach (var library in DemoLibrary.All)
            completed &= (string?)(await ScanAsync(api, library, cancellationToken))["status"] == "completed";
        if (settings.End is DemoEnd.AfterTheScan)
            return completed ? 0 : 1;
        Console.WriteLine(
            $"Open {settings.Url} and sign in as {credentials.Username} / {credentials.Password}. Ctrl-C stops."
        );
        return await server.UntilExitAsync(cancellationToken);
    }

    private async Task<JsonNode> ScanAsync(ApiClient api, DemoLibrary library, CancellationToken cancellationToken)
    {
        var watch = new ScanWatch(api, Glance);
        var folder = settings.Folder.PathOf(library);
        var libraryId =
            await FindAsync(api, folder, cancellationToken)
            ?? await watch.MakeLibraryAsync(library.Name, library.Type, folder, cancellationToken);
        var display = new ScanDisplay(library);
        var jobId = await watch.StartAsync(libraryId, cancellationToken);
        var scan = await watch.UntilEndAsync(jobId, display.Show, cancellationToken);
        display.Summarise(scan);
        Console.WriteLine();
        return scan;
    }

    private static async Task<long?> FindAsync(ApiClient api, string folder, CancellationToken cancellationToken)
    {
        var libraries = await api.ListAsync("/api/libraries", "libraries", 100, cancellationToken);
        var demo = libraries.FirstOrDefault(library =>
            library["paths"]!.AsArray().Any(path => (string?)path == folder)
        );
        return (long?)demo?["id"];
    }
}
