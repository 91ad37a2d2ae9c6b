using System.Text.Json;
using Colophon.Formats.Sidecar;

namespace Colophon.Formats.Tests.Sidecar;

public sealed class SidecarFuzzTests
{
    [Fact]
    public void Mutated_sidecars_never_crash_the_reader()
    {
        var written = new SidecarDocument(
            SidecarSubject.File,
            SidecarHand.Colophon,
            [new SidecarField("name", JsonDocument.Parse("\"Ä\"").RootElement, "manual")],
            [new SidecarField("name", JsonDocument.Parse("null").RootElement, null)],
            new SidecarCover("path", "path:cover.jpg")
        );
        byte[][] seeds =
        [
            SidecarWriter.Write(written),
            """{"title": "Emma", "authors": [{"name": "A", "role": "author"}], "series": []}"""u8.ToArray(),
        ];

        Mutations.Feed(
            seeds,
            ["{", "}", "[", "]", "\"", "\\ud800", "\\u0000", ",", ":", "1e999", "//", "null", "\"checksum\": \"0\""],
            bytes =>
            {
                Reading<SidecarDocument> reading = SidecarReader.Read(bytes, CancellationToken.None);
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
            }
        );
    }
}
