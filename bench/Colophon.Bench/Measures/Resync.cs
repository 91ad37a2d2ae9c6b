using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures;

/// <summary>How long a resync of one book takes, as its caller sees it.</summary>
internal static class Resync
{
    private const int Warm = 50;
    private const int Rounds = 200;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var library = await FirstScan.LibraryAsync(settings with { Library = null }, cancellationToken);
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        var folder = Path.Combine(library, "books");
        var libraryId = await server.Scans.MakeLibraryAsync("Bench", folder, cancellationToken);
        await server.ScanAsync(libraryId, cancellationToken);
        var page = await server.Api.GetAsync($"/api/books?library_id={libraryId}&limit={Rounds}", cancellationToken);
        var books = page["books"]!.AsArray().Select(book => (long)book!["id"]!).ToList();
        await RunAsync(server, [.. books.Take(Warm)], cancellationToken);
        var times = await RunAsync(server, books, cancellationToken);
        times.Sort();
        var detail =
            $"of {times.Count} refreshes; 95 % under {times[times.Count * 95 / 100]:0.0} ms, longest {times[^1]:0.0} ms";
        return [new("resync of one EPUB, answer over HTTP", times[times.Count / 2], "ms", Goal.AtMost(20, 10), detail)];
    }

    private static async Task<List<double>> RunAsync(
        MeasuredServer server,
        IReadOnlyList<long> books,
        CancellationToken cancellationToken
    )
    {
        var times = new List<double>();
        foreach (var book in books)
        {
            var watch = Stopwatch.StartNew();
            JsonNode answer = await server.Api.PostAsync(
                $"/api/books/{book}/resync",
                new { refresh = true },
                cancellationToken
            );
            times.Add(watch.Elapsed.TotalMilliseconds);
            if ((long)answer["id"]! != book)
                throw new InvalidOperationException($"The resync of {book} answered {answer.ToJsonString()}");
        }
        return times;
    }
}
