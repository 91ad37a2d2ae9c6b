using Colophon.Jobs;
using Colophon.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Colophon.Server.Tests.Libraries;

public sealed class RootReachTests(ColophonServer server) : IClassFixture<ColophonServer>
{
    [Fact]
    [Trait("Req", "D3")]
    public async Task A_node_declines_the_jobs_of_a_library_whose_disk_it_does_not_see()
    {
        var seen = server.Library("seen").With("A/A.epub", EpubBuilder.Titled("A"));
        await (await seen.AddAsync()).ScanAsync();
        var away = server
            .Library("away")
            .With("B/B.epub", EpubBuilder.Titled("B"))
            .With("C/C.epub", EpubBuilder.Titled("C"));
        await (await away.AddAsync()).ScanAsync();

        Directory.Delete(away.Folder, recursive: true);
        Directory.CreateDirectory(away.Folder);

        var reach = server.Services.GetRequiredService<IQueueReach>();
        var declined = await reach.DeclinedAsync(TestContext.Current.CancellationToken);
        declined.ShouldContain($"library:{away.Id}");
        declined.ShouldNotContain($"library:{seen.Id}");
    }
}
