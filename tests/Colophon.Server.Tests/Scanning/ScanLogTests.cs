using Colophon.Testing;

namespace Colophon.Server.Tests.Scanning;

public sealed class ScanLogTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "A11")]
    public async Task The_log_of_a_scan_tells_each_phase_and_how_it_ended()
    {
        var library = await server.Library("told").With("One/One.epub", EpubBuilder.Titled("One")).AddAsync();

        var job = await library.ScanAsync();

        var answer = await server.Admin.GetAsync($"/api/jobs/{job["id"]}/logs");
        var messages = answer["logs"]!.AsArray().Select(line => line!["message"].Text()).ToList();
        messages[0].ShouldBe("Scanning “told”: looking for directories.");
        messages[1].ShouldBe("Discovery complete: 1 directories found, 0 ignored, 0 unchanged.");
        messages[^1].ShouldBe("Scan completed: 1 found (1 new, 0 updated), 0 errors.");
    }
}
