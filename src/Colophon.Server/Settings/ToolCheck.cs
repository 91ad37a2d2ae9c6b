using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Settings;

/// <summary>Looks for the optional tools of the system, without loading or running them. libvips has a check of its own.</summary>
internal sealed class ToolCheck : ISystemCheck
{
    private static readonly Tool[] Tools =
    [
        new("libarchive", ["libarchive.so.13"], "libarchive13", "CBR and CB7 comics are not read"),
        new("ffprobe", ["ffprobe"], "ffmpeg", "unusual video and audio containers are not read"),
        new("poppler", ["pdfinfo", "pdftoppm", "pdftohtml"], "poppler-utils", "PDF files are not read"),
    ];

    private static readonly string[] LibraryFolders =
    [
        "/usr/lib/x86_64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
        "/usr/local/lib",
        "/lib",
        "/lib64",
    ];

    public Task<IReadOnlyList<CheckResult>> ExamineAsync(CancellationToken cancellationToken)
    {
        var programs = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            ':',
            StringSplitOptions.RemoveEmptyEntries
        );
        return Task.FromResult<IReadOnlyList<CheckResult>>([.. Tools.Select(tool => Examine(tool, programs))]);
    }

    private static CheckResult Examine(Tool tool, string[] programs)
    {
        var missing = tool.Files.FirstOrDefault(file => Find(file, programs) is null);
        return missing is null
            ? new CheckResult(CheckKind.Tool, tool.Name, CheckVerdict.Well, $"found {Find(tool.Files[0], programs)}")
            : new CheckResult(
                CheckKind.Tool,
                tool.Name,
                CheckVerdict.Absent,
                $"{missing} is not installed, so {tool.Without}. Install {tool.Package}."
            );
    }

    private static string? Find(string file, string[] programs) =>
        (file.Contains(".so.", StringComparison.Ordinal) ? LibraryFolders : programs)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(path => FileProbe.Look(path).IsFile);

    /// <summary>A tool of the system.</summary>
    /// <param name="Package">Debian's name.</param>
    /// <param name="Without">What is then not done.</param>
    private sealed record Tool(string Name, string[] Files, string Package, string Without);
}
