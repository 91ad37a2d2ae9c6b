using System.Text.Json.Nodes;

namespace Colophon.Bench.Demo;

/// <summary>A scan in the terminal: a line a phase, rewritten in place while it runs; one line each when the output is a file.</summary>
internal sealed class ScanDisplay(DemoLibrary library)
{
    private const string EraseLine = "\r\u001b[2K";
    private string? phase;
    private string line = "";

    public void Show(JsonNode scan)
    {
        var now = (string)scan["status"]!;
        if (phase is null)
            Console.WriteLine($"Library Scan: \"{library.Name}\"");
        if (now != phase)
            Finish();
        phase = now;
        if (Describe(scan, now) is not { } text || text == line)
            return;
        line = text;
        if (!Console.IsOutputRedirected)
            Console.Write($"{EraseLine}{line}");
    }

    public void Summarise(JsonNode scan)
    {
        Finish();
        var errors = Count(scan, "errors_count");
        var status = (string)scan["status"]!;
        Console.WriteLine(
            (status, errors) switch
            {
                ("completed", 0) => "Scan completed successfully!",
                ("completed", _) => $"Scan completed: {Count(scan, "items_found"):N0} found, {errors:N0} errors",
                _ => $"Scan {status}: {(string?)scan["last_error"]}",
            }
        );
        Console.WriteLine(
            $"  Found: {Count(scan, "items_found"):N0} ({Count(scan, "items_new"):N0} new, {Count(scan, "items_updated"):N0} updated)"
                + $"   Unchanged folders: {Count(scan, "directories_unchanged"):N0}   Missing: {Count(scan, "items_missing"):N0}"
        );
        Console.WriteLine($"  Assets cached: {Count(scan, "assets_cached") - Count(scan, "assets_failed"):N0}");
        Console.WriteLine(
            $"  Asked providers about: {Count(scan, "enrichment_completed"):N0}   Failed: {Count(scan, "enrichment_failed"):N0}"
        );
        Console.WriteLine($"  Errors: {errors:N0}{LastError(scan)}");
        Console.WriteLine($"  Duration: {TimeSpan.FromMilliseconds(Count(scan, "duration_ms")).TotalSeconds:0.0} s");
    }

    private string? Describe(JsonNode scan, string status) =>
        status switch
        {
            "discovering" => $"  Discovering directories...  Found: {Count(scan, "directories_found"):N0} directories"
                + $"  Ignored: {Count(scan, "directories_ignored"):N0}",
            "scanning" =>
                $"  Scanning {library.Contents}...  Progress: {Progress(scan, "directories_scanned", "directories_total")}"
                    + $"  {Count(scan, "items_found"):N0} found",
            "caching" => $"  Caching assets...  Assets: {Progress(scan, "assets_cached", "assets_queued")} cached",
            "enriching" => $"  Enriching metadata...  {Progress(scan, "enrichment_completed", "enrichment_queued")}",
            _ => null,
        };

    private static string Progress(JsonNode scan, string done, string total)
    {
        var (ended, all) = (Count(scan, done), Count(scan, total));
        return $"{ended:N0} / {all:N0} ({(all == 0 ? 0 : ended * 100 / all)}%)";
    }

    private static string LastError(JsonNode scan) =>
        scan["last_error"] is { } error ? $" (the last: {(string?)error})" : "";

    private static long Count(JsonNode scan, string counter) => (long?)scan[counter] ?? 0;

    private void Finish()
    {
        if (line.Length > 0)
            Console.WriteLine(Console.IsOutputRedirected ? line : "");
        line = "";
    }
}
