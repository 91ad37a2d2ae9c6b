using System.Text.Json;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests.Libraries;

[Trait("Req", "C11")]
public sealed class ScanOptionsTests
{
    [Fact]
    public void An_empty_request_is_filled_with_the_defaults_of_the_library()
    {
        var options = Parsed("{}")
            .WithDefaults(new LibraryScanDefaults(AutoEnrich: false, EnrichmentMode.MetadataOnly));
        options
            .ToJson()
            .ShouldBe(
                """{"enable_caching":true,"enable_enrichment":false,"skip_asset_discovery":false,"skip_ffprobe":false,"max_directories":null,"enrichment_mode":"metadata-only","force":false,"path":null,"dry_run":false,"only_failed":false}"""
            );
        ScanOptions.FromJson(options.ToJson()).ShouldBe(options);
    }

    [Fact]
    public void What_is_asked_wins_over_the_library()
    {
        var options = Parsed(
                """{"enable_caching":false,"enable_enrichment":true,"skip_asset_discovery":true,"skip_ffprobe":true,"max_directories":7,"enrichment_mode":"none","force":true,"path":"A/B","dry_run":true}"""
            )
            .WithDefaults(new LibraryScanDefaults(AutoEnrich: false));
        options.ShouldBe(
            new ScanOptions
            {
                EnableCaching = false,
                EnableEnrichment = true,
                SkipAssetDiscovery = true,
                SkipFfprobe = true,
                MaxDirectories = 7,
                EnrichmentMode = EnrichmentMode.None,
                Force = true,
                Path = "A/B",
                DryRun = true,
            }
        );
    }

    [Theory]
    [InlineData("""{"bogus":1}""", "data.bogus")]
    [InlineData("""{"only_failed":true}""", "data.only_failed")]
    [InlineData("""{"force":"yes"}""", "data.force")]
    [InlineData("""{"force":null}""", "data.force")]
    [InlineData("""{"max_directories":0}""", "data.max_directories")]
    [InlineData("""{"max_directories":1.5}""", "data.max_directories")]
    [InlineData("""{"enrichment_mode":"Full"}""", "data.enrichment_mode")]
    [InlineData("""{"enrichment_mode":1}""", "data.enrichment_mode")]
    [InlineData("""{"path":""}""", "data.path")]
    [InlineData("""[]""", "data")]
    public void A_wrong_field_is_named(string data, string field)
    {
        var errors = new FieldErrors();
        ScanOptionsParser.Parse(JsonDocument.Parse(data).RootElement, errors);
        errors.Refusal!.Errors!.Keys.ShouldBe([field]);
    }

    private static ScanOptions Parsed(string data)
    {
        var errors = new FieldErrors();
        var options = ScanOptionsParser.Parse(JsonDocument.Parse(data).RootElement, errors);
        errors.Refusal.ShouldBeNull();
        return options;
    }
}
