using System.Globalization;
using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Export;

/// <summary>Where exports lie: one file a job, in the data folder.</summary>
public sealed class ExportFolder(ServerOptions options)
{
    /// <param name="extension">Of the form, without dot.</param>
    public string PathOf(long jobId, string extension) => Path.Combine(options.ExportFolder, NameOf(jobId, extension));

    public static string NameOf(long jobId, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"colophon-{jobId}.{extension}");

    /// <summary>In whatever form it is.</summary>
    public void Delete(long jobId)
    {
        foreach (var form in ExportForms.All)
            GrowingFile.Delete(PathOf(jobId, form.Extension));
    }
}
