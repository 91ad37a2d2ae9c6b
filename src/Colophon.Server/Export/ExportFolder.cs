using System.Globalization;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Export;

/// <summary>Where exports lie: one file a job, in the data folder.</summary>
public sealed class ExportFolder(ServerOptions options)
{
    public string PathOf(long jobId) => Path.Combine(options.ExportFolder, NameOf(jobId));

    public static string NameOf(long jobId) => string.Create(CultureInfo.InvariantCulture, $"colophon-{jobId}.json");

    public void Delete(long jobId) => GrowingFile.Delete(PathOf(jobId));
}
