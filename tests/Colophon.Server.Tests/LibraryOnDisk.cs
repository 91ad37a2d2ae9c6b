using System.Text.Json.Nodes;
using Colophon.Server.Libraries;
using Colophon.Testing;

namespace Colophon.Server.Tests;

/// <summary>
/// A library's folder: <c>server.Library().With("Author/Title.epub", EpubBuilder.Titled("Title"))</c>, then
/// <see cref="AddAsync"/> and <see cref="ScanAsync"/>.
/// </summary>
public sealed class LibraryOnDisk(ColophonServer server, string name, string folder)
{
    private DateTime writtenAt = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Ended = ["completed", "failed", "cancelled"];

    /// <summary>Known after <see cref="AddAsync"/>.</summary>
    public long Id { get; private set; }

    public string Folder => folder;

    public ColophonServer Server => server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The path of a file or folder in it.</summary>
    public string PathOf(string relative) => Path.Combine(folder, relative);

    public LibraryOnDisk With(string relative, EpubBuilder book)
    {
        book.WriteTo(PathOf(relative));
        return Settled(relative);
    }

    public LibraryOnDisk With(string relative, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllBytes(PathOf(relative), content);
        return Settled(relative);
    }

    public LibraryOnDisk With(string relative, string content) =>
        With(relative, System.Text.Encoding.UTF8.GetBytes(content));

    public LibraryOnDisk Without(string relative)
    {
        if (new DirectoryInfo(PathOf(relative)) is { Exists: true } directory)
        {
            // Out of the way first: the server may be writing a sidecar into it just now.
            directory.MoveTo($"{folder}.without-{Guid.NewGuid():N}");
            directory.Delete(recursive: true);
        }
        else
            File.Delete(PathOf(relative));
        return this;
    }

    /// <summary>Moves or renames a file or folder; it keeps its time, as it does on a disk.</summary>
    public LibraryOnDisk Moved(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(to))!);
        Directory.Move(PathOf(from), PathOf(to));
        return this;
    }

    // A file younger than three seconds may still change, so a scan does not trust it: these were all written long ago.
    private LibraryOnDisk Settled(string relative)
    {
        writtenAt = writtenAt.AddSeconds(10);
        File.SetLastWriteTimeUtc(PathOf(relative), writtenAt);
        return this;
    }

    /// <summary>Makes it a library of the server, without a scan.</summary>
    public async Task<LibraryOnDisk> AddAsync(object? options = null, string type = LibraryTypes.Book)
    {
        var made = await server.Admin.PostAsync(
            "/api/libraries",
            new
            {
                name,
                type,
                paths = new[] { folder },
                options = options ?? new { },
                scan = false,
            },
            expected: 201
        );
        Id = (long)made["id"]!;
        return this;
    }

    /// <summary>Scans it and waits for the end; the answer is the job.</summary>
    public async Task<JsonNode> ScanAsync(object? options = null)
    {
        var job = await StartScanAsync(options);
        return await EndOfAsync((long)job["id"]!);
    }

    /// <summary>Asks for a scan and does not wait.</summary>
    public Task<JsonNode> StartScanAsync(object? options = null) =>
        server.Admin.PostAsync(
            "/api/jobs",
            new
            {
                type = "scan",
                library_id = Id,
                data = options ?? new { },
            }
        );

    /// <summary>The job as it stands when it has ended.</summary>
    public async Task<JsonNode> EndOfAsync(long jobId)
    {
        JsonNode job = new JsonObject();
        await JobProbe.Until(
            async () =>
            {
                job = await server.Admin.GetAsync($"/api/jobs/{jobId}");
                return Ended.Contains((string?)job["status"]);
            },
            $"the end of job {jobId}",
            Token
        );
        return job;
    }
}
