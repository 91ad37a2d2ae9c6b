using Colophon.Server.Platform.Files;
using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Settings;

/// <summary>The data folder and the roots that libraries may lie in.</summary>
internal sealed class FolderCheck(ServerOptions options) : ISystemCheck
{
    private const long LittleSpace = 500L * 1024 * 1024;

    public Task<IReadOnlyList<CheckResult>> ExamineAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CheckResult>>([Data(), .. options.Roots.Select(Root)]);

    private CheckResult Data()
    {
        try
        {
            DataFolder.Prepare(options.DataFolder, options.DatabasePlace);
        }
        catch (StartRefusedException refused)
        {
            return Result("data folder", CheckVerdict.Broken, refused.Message);
        }
        var free = new DriveInfo(options.DataFolder).AvailableFreeSpace;
        var space = $"{options.DataFolder}, {free / (1024 * 1024)} MB free";
        return free < LittleSpace
            ? Result("data folder", CheckVerdict.Broken, $"{space}: too little. Make room or move it with --data.")
            : Result("data folder", CheckVerdict.Well, space);
    }

    private static CheckResult Root(string root)
    {
        var listing = FolderReader.List(root);
        return listing.State is PathState.Present
            ? Result("media root", CheckVerdict.Well, root)
            : Result(
                "media root",
                CheckVerdict.Broken,
                $"{root} cannot be read ({listing.Trouble}). Mount it, allow reading, or change COLOPHON_ROOTS."
            );
    }

    private static CheckResult Result(string name, CheckVerdict verdict, string message) =>
        new(CheckKind.Folder, name, verdict, message);
}
