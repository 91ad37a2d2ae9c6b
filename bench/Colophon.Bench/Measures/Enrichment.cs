using System.Diagnostics;
using System.Text.Json.Nodes;
using Colophon.Testing.Loopback;
using Colophon.Testing.Outside;
using Colophon.Testing.Video;

namespace Colophon.Bench.Measures;

/// <summary>
/// Films of which a provider on loopback tells: how many items a second without a limit; and with one, through a kill in the midst,
/// that no request is one too many, none is made twice and every film is enriched.
/// </summary>
internal static class Enrichment
{
    private const int Films = 1_000;
    private const int FilmsBefore = 400;
    private const int Requests = 50;
    private static readonly TimeSpan Per = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        BenchSettings settings,
        CancellationToken cancellationToken
    )
    {
        LoopbackFilm[] known = [.. Made(1, Films)];
        var folder = MakeFilms(settings, "films", known);
        var unlimited = await UnlimitedAsync(settings, folder, known, cancellationToken);
        Console.WriteLine($"{unlimited.What}: {unlimited.Value:0} {unlimited.Unit}");
        return [unlimited, .. await LimitedAsync(settings, folder, known, cancellationToken)];
    }

    private static IEnumerable<LoopbackFilm> Made(int first, int count) =>
        Enumerable.Range(first, count).Select(id => new LoopbackFilm(id, $"Film {id:0000}", 1950 + (id % 70)));

    private static string MakeFilms(BenchSettings settings, string name, IReadOnlyList<LoopbackFilm> films)
    {
        var folder = settings.Scratch.CreateSubdirectory(name);
        var content = MkvBuilder.Titled("").Lasting(5400).Track(1, "V_MPEG4/ISO/AVC").Build();
        foreach (var film in films)
        {
            var title = $"{film.Title} ({film.Year})";
            var place = folder.CreateSubdirectory(title).FullName;
            File.WriteAllBytes(Path.Combine(place, $"{title}.mkv"), content);
            File.WriteAllText(
                Path.Combine(place, "movie.nfo"),
                $"<movie><title>{film.Title}</title><uniqueid type=\"tmdb\">{film.Id}</uniqueid></movie>"
            );
        }
        return folder.FullName;
    }

    private static async Task<Figure> UnlimitedAsync(
        BenchSettings settings,
        string folder,
        IReadOnlyList<LoopbackFilm> films,
        CancellationToken cancellationToken
    )
    {
        LoopbackFilm[] before = [.. Made(Films + 1, FilmsBefore)];
        await using var tmdb = await LoopbackTmdb.StartAsync([.. films, .. before], posterWidth: 16);
        await using var server = await MeasuredServer.StartAsync(settings, cancellationToken);
        await SwitchOnAsync(server.Api, tmdb, 0, cancellationToken);
        // As with the other first scans: nothing is compiled while it is measured.
        var warming = MakeFilms(settings, "films-before", before);
        await server.ScanAsync(
            await server.Scans.MakeLibraryAsync("Before", "movie", warming, cancellationToken),
            cancellationToken
        );
        var asked = tmdb.Server.Requests.Count;
        var library = await server.Scans.MakeLibraryAsync("Films", "movie", folder, cancellationToken);
        var elapsed = Stopwatch.StartNew();
        var scan = await server.ScanAsync(library, cancellationToken);
        var seconds = elapsed.Elapsed.TotalSeconds;
        return new Figure(
            $"scan of {Films:N0} films that are enriched, without a limit",
            Enriched(scan) / seconds,
            "items/s",
            Goal.AtLeast(300),
            $"{seconds:0.0} s from the start of the scan to its end with all {scan["enrichment_completed"]} enriched; "
                + $"{tmdb.Server.Requests.Count - asked:N0} requests, pictures included"
        );
    }

    private static async Task<IReadOnlyList<Figure>> LimitedAsync(
        BenchSettings settings,
        string folder,
        IReadOnlyList<LoopbackFilm> films,
        CancellationToken cancellationToken
    )
    {
        await using var tmdb = await LoopbackTmdb.StartAsync(films, posterWidth: 16);
        tmdb.Server.LimitTo(Requests, Per, except: "/images/");
        var data = settings.Scratch.CreateSubdirectory($"data-{Guid.NewGuid():N}").FullName;
        var address = ServerProcess.FreeAddress();
        long job;
        var elapsed = Stopwatch.StartNew();
        await using (var process = await StartAsync(settings, data, address, cancellationToken))
        {
            using var api = new ApiClient(address);
            await api.SignInAsync("admin", "bench-password", cancellationToken);
            await SwitchOnAsync(api, tmdb, Requests, cancellationToken);
            var scans = new ScanWatch(api, Glance);
            var library = await scans.MakeLibraryAsync("Films", "movie", folder, cancellationToken);
            job = await scans.StartAsync(library, cancellationToken);
            await scans.UntilAsync(job, scan => (long)scan["enrichment_completed"]! >= Films / 4, cancellationToken);
            await process.KillAsync(cancellationToken);
        }
        await using var again = await StartAsync(settings, data, address, cancellationToken);
        using var back = new ApiClient(address);
        await back.SignInAsync("admin", "bench-password", cancellationToken);
        var ended = await new ScanWatch(back, Glance).UntilEndAsync(job, seen: null, cancellationToken);
        var asked = tmdb.Server.Requests.Select(request => request.ToString()).ToList();
        var twice = asked.Count - asked.Distinct().Count();
        return
        [
            new(
                $"the same limited to {Requests} requests in {Per.TotalSeconds:0} s, killed in the midst: enriched",
                Enriched(ended),
                "films",
                Goal.AtLeast(Films),
                $"{elapsed.Elapsed.TotalSeconds:0} s, {asked.Count:N0} requests"
            ),
            new("requests beyond the limit", tmdb.Server.OverLimit, "", Goal.AtMost(0), "as the provider counted them"),
            new(
                "requests made twice",
                twice,
                "",
                Goal.AtMost(16),
                "only what was under way at the kill may be asked again: 16 at once"
            ),
        ];
    }

    private static Task<ServerProcess> StartAsync(
        BenchSettings settings,
        string data,
        Uri address,
        CancellationToken cancellationToken
    ) => ServerProcess.StartAsync(settings.Server, data, address, ServerOutput.Kept, cancellationToken);

    private static Task<JsonNode> SwitchOnAsync(
        ApiClient api,
        LoopbackTmdb tmdb,
        int requests,
        CancellationToken cancellationToken
    ) =>
        api.PutAsync(
            "/api/providers/tmdb",
            new
            {
                enabled = true,
                address = tmdb.Address,
                key = "0123456789abcdef0123456789abcdef",
                limit = new { requests, seconds = (int)Per.TotalSeconds },
            },
            cancellationToken
        );

    private static long Enriched(JsonNode scan) =>
        (long)scan["enrichment_completed"]! - (long)scan["enrichment_failed"]! - (long)scan["enrichment_deferred"]!;
}
