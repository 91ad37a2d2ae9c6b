using System.Text.Json.Nodes;
using Colophon.Server.Tests.Enrichment;
using Colophon.Server.Tests.Scanning;
using Colophon.Testing;
using Colophon.Testing.Loopback;

namespace Colophon.Server.Tests.Publishing;

/// <summary>What tests of publishing ask of a library of films.</summary>
internal static class PublishedCinema
{
    public const string Folder = "The Silent River (1999)";

    public static LoopbackFilm River { get; } = new(603, "The Silent River", 1999) { Director = "Ada Müller" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Sets what the library is published for.</summary>
    public static Task<JsonNode> PublishForAsync(this LibraryOnDisk library, string program) =>
        library.Server.Admin.PatchAsync($"/api/libraries/{library.Id}", new { options = new { publish = program } });

    /// <summary>Publishes the whole library and waits for the end; the answer is the run.</summary>
    public static async Task<JsonNode> PublishAsync(this LibraryOnDisk library)
    {
        await library.PublishedAsync();
        var job = await library.Server.Admin.PostAsync($"/api/libraries/{library.Id}/publish");
        (await library.EndOfAsync((long)job["job_id"]!)).Status().ShouldBe("completed");
        return await library.RunAsync(job["job_id"]!);
    }

    /// <summary>Takes a run back and waits for the end; the answer is the run.</summary>
    public static async Task<JsonNode> UndoAsync(this LibraryOnDisk library, JsonNode run)
    {
        var job = await library.Server.Admin.PostAsync($"/api/publish/runs/{run["id"]}/undo");
        (await library.EndOfAsync((long)job["job_id"]!)).Status().ShouldBe("completed");
        return await library.RunAsync(run["id"]!);
    }

    /// <summary>Until nothing of it waits to be published.</summary>
    public static Task PublishedAsync(this LibraryOnDisk library) =>
        JobProbe.Until(
            async () =>
                (long)
                    (
                        await library.Server.Admin.GetAsync(
                            $"/api/jobs?status=pending&status=in_progress&type=publish&library_id_or_global={library.Id}&limit=1"
                        )
                    )["total"]! == 0,
            "nothing waits to be published",
            Token
        );

    public static async Task<IReadOnlyList<JsonNode>> PlanAsync(this LibraryOnDisk library)
    {
        var plan = await library.Server.Admin.GetAsync($"/api/libraries/{library.Id}/publish/plan");
        return [.. plan["items"]!.AsArray().SelectMany(item => item!["files"]!.AsArray()).Select(file => file!)];
    }

    public static async Task<IReadOnlyList<JsonNode>> RunsAsync(this LibraryOnDisk library)
    {
        var runs = await library.Server.Admin.GetAsync($"/api/libraries/{library.Id}/publish/runs");
        return [.. runs["runs"]!.AsArray().Select(run => run!)];
    }

    public static async Task<IReadOnlyList<JsonNode>> FilesAsync(this LibraryOnDisk library, JsonNode run)
    {
        var files = await library.Server.Admin.GetAsync($"/api/publish/runs/{run["id"]}/files");
        return [.. files["files"]!.AsArray().Select(file => file!)];
    }

    /// <summary>Names of the files of a folder, in order; hidden ones too.</summary>
    public static IReadOnlyList<string> Names(this LibraryOnDisk library, string folder) =>
        [
            .. new DirectoryInfo(library.PathOf(folder))
                .GetFiles()
                .Select(file => file.Name)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A scanned film with pictures of a provider; nothing is published yet.</summary>
    public static async Task<Cinema> ScannedAsync(params LoopbackFilm[] known)
    {
        var cinema = await Cinema.OpenAsync(known.Length == 0 ? [River] : known);
        await cinema.With(Folder).ScanAsync();
        await cinema.QuietAsync();
        return cinema;
    }

    private static async Task<JsonNode> RunAsync(this LibraryOnDisk library, JsonNode id) =>
        (await library.RunsAsync()).Single(run => (long)run["id"]! == (long)id);
}
