using System.Net;
using System.Net.Sockets;
using Colophon.Formats;
using Colophon.Server.Video;

namespace Colophon.Server.Tests.Video;

public sealed class VideoFactsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colophon-video-");

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nhttp://127.0.0.1:{0}/1.ts\n#EXT-X-ENDLIST\n")]
    [InlineData("ffconcat version 1.0\nfile http://127.0.0.1:{0}/1.ts\n")]
    [InlineData("http://127.0.0.1:{0}/film.mkv\n")]
    public void A_playlist_that_calls_itself_a_film_sends_nobody_into_the_network(string text)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var path = Path.Combine(folder.FullName, "film.avi");
        File.WriteAllText(path, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, port));
        using var file = File.OpenHandle(path);

        var reading = VideoFacts.Read(file, TestContext.Current.CancellationToken);

        listener.Pending().ShouldBeFalse();
        reading.Fatal!.Code.ShouldBeOneOf(
            FindingCodes.VideoReportMalformed,
            FindingCodes.VideoNoStream,
            FindingCodes.VideoToolMissing
        );
    }

    public void Dispose() => folder.Delete(recursive: true);
}
