using System.Diagnostics;
using Colophon.Testing.Outside;

namespace Colophon.Bench.Measures;

/// <summary>Pages and searches of a catalog of 100,000 books over HTTP, and the start of the server on it.</summary>
internal static class Lists
{
    private const int Rounds = 15;

    private static readonly string[] Sorts = ["title", "author", "series", "added", "updated", "release_date"];
    private static readonly string[] Filters =
    [
        "",
        "&language=de",
        "&genre=g1",
        "&person_id=7",
        "&format=epub",
        "&q=ka",
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        var data = settings.Scratch.CreateSubdirectory($"data-{Guid.NewGuid():N}").FullName;
        await using (await StartAsync(settings, data, cancellationToken)) { }
        await LargeCatalog.FillAsync(data, cancellationToken);
        await using var process = await StartAsync(settings, data, cancellationToken);
        using var api = new ApiClient(process.Address);
        await api.SignInAsync("admin", "bench-password", cancellationToken);

        var pages = new List<(string Address, double First, double Median)>();
        foreach (var filter in Filters)
        foreach (var sort in Sorts.SelectMany(name => new[] { name, $"-{name}" }))
            pages.AddRange(await PagesAsync(api, $"/api/books?limit=50&sort={sort}{filter}", cancellationToken));
        var searches = new List<(string Address, double First, double Median)>();
        foreach (var words in new[] { "k", "ka", "kalomi", "wizopa ka", "loxa mi", "kalo 12" })
            searches.Add(await TimeAsync(api, $"/api/search?q={Uri.EscapeDataString(words)}", cancellationToken));
        return
        [
            Of($"list page of 50 of {LargeCatalog.Books:N0} books, slowest sort and filter", pages, 20, 5),
            Of("search among them, slowest", searches, 50, 20),
            new(
                "from start to ready on that database",
                process.TimeToReady.TotalSeconds,
                "s",
                Goal.AtMost(2, 1),
                "with its migrations run before"
            ),
        ];
    }

    private static Figure Of(
        string what,
        IReadOnlyList<(string Address, double First, double Median)> times,
        double must,
        double aim
    )
    {
        var slowest = times.MaxBy(time => time.Median);
        var note =
            $"median of {Rounds}: {slowest.Address}; median of all {times.Select(time => time.Median).Order().ElementAt(times.Count / 2):0.0} ms; "
            + $"first time with its total counted at most {times.Max(time => time.First):0} ms";
        return new Figure(what, slowest.Median, "ms", Goal.AtMost(must, aim), note);
    }

    private static async Task<IReadOnlyList<(string Address, double First, double Median)>> PagesAsync(
        ApiClient api,
        string list,
        CancellationToken cancellationToken
    )
    {
        var first = await TimeAsync(api, list, cancellationToken);
        var total = (long)(await api.GetAsync(list, cancellationToken))["total"]!;
        return [first, await TimeAsync(api, $"{list}&offset={Math.Max(0, total - 50)}", cancellationToken)];
    }

    private static async Task<(string Address, double First, double Median)> TimeAsync(
        ApiClient api,
        string address,
        CancellationToken cancellationToken
    )
    {
        var times = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await api.GetBytesAsync(address, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return (address, times[0], times.Skip(1).Order().ElementAt(Rounds / 2));
    }

    private static Task<ServerProcess> StartAsync(
        BenchSettings settings,
        string data,
        CancellationToken cancellationToken
    ) =>
        ServerProcess.StartAsync(
            settings.Server,
            data,
            ServerProcess.FreeAddress(),
            ServerOutput.Kept,
            cancellationToken
        );
}
