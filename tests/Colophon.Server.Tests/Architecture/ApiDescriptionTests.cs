using Colophon.Server.Platform.Hosting;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests.Architecture;

/// <summary>
/// The web's types are generated from <c>web/src/api/openapi.json</c>. Here it is held to the server; that the types are
/// held to it is checked by the web's <c>api:check</c>.
/// </summary>
public sealed class ApiDescriptionTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("colophon-api-");

    [Fact]
    [Trait("Req", "A6")]
    public async Task The_web_is_built_against_what_this_server_offers()
    {
        await using var server = Program.Build(new ServerOptions { DataFolder = data.FullName });

        var offered = await ApiDescription.DocumentAsync(server, TestContext.Current.CancellationToken);

        if (offered.Trim() != SourceCode.Read("web/src/api/openapi.json").Trim())
            Assert.Fail("web/src/api/openapi.json is stale: call ./run api and look at what changed.");
    }

    public void Dispose() => data.Delete(recursive: true);
}
