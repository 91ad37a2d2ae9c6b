using Colophon.Server.Platform.Hosting;

namespace Colophon.Server.Platform.Files;

/// <summary>Whether a folder may be shown, or be the root of a library.</summary>
public enum FolderVerdict
{
    Allowed,
    NotAbsolute,
    Missing,
    NotAFolder,
    Unreadable,
    OutsideRoots,

    /// <summary>The folder, or one above or below it, is the data folder.</summary>
    DataFolder,
}

/// <summary>
/// The folders Colophon may look into: inside <c>COLOPHON_ROOTS</c>, never the kernel's folders, never the data folder.
/// Judged by where a path really leads.
/// </summary>
public sealed class AllowedFolders(ServerOptions options)
{
    private static readonly string[] KernelFolders = ["/proc", "/sys", "/dev"];

    public IReadOnlyList<string> Roots => options.Roots;

    /// <summary>For the root of a library: it may neither hold nor lie in the data folder.</summary>
    public FolderVerdict JudgeRoot(string path) => Judge(path, HoldsOrLiesIn);

    /// <summary>For showing: a folder that holds the data folder may be walked through.</summary>
    public FolderVerdict JudgeShown(string path) => Judge(path, LiesIn);

    /// <summary>By text alone, for entries of a folder that was judged: is it hidden from the picker?</summary>
    public bool IsHidden(string path) =>
        KernelFolders.Any(kernel => RealPath.IsInsideByText(kernel, path)) || RealPath.IsInsideByText(DataFolder, path);

    private string DataFolder => RealPath.Of(options.DataFolder) ?? options.DataFolder;

    private FolderVerdict Judge(string path, Func<string, bool> meetsData)
    {
        if (!Path.IsPathRooted(path))
            return FolderVerdict.NotAbsolute;
        var look = FileProbe.Look(path);
        if (look.State is not PathState.Present || RealPath.Of(path) is not { } real)
            return look.State is PathState.Missing ? FolderVerdict.Missing : FolderVerdict.Unreadable;
        if (!look.IsFolder)
            return FolderVerdict.NotAFolder;
        if (!options.Roots.Any(root => RealPath.IsInside(root, real)))
            return FolderVerdict.OutsideRoots;
        if (KernelFolders.Any(kernel => RealPath.IsInsideByText(kernel, real)))
            return FolderVerdict.OutsideRoots;
        return meetsData(real) ? FolderVerdict.DataFolder : FolderVerdict.Allowed;
    }

    private bool LiesIn(string real) => RealPath.IsInsideByText(DataFolder, real);

    private bool HoldsOrLiesIn(string real) => LiesIn(real) || RealPath.IsInsideByText(real, DataFolder);
}

public static class FolderVerdicts
{
    /// <summary>The sentence a person sees, or null when the folder is allowed.</summary>
    public static string? Explain(this FolderVerdict verdict, string path) =>
        verdict switch
        {
            FolderVerdict.Allowed => null,
            FolderVerdict.NotAbsolute => $"{path} is not an absolute path.",
            FolderVerdict.Missing => $"There is no folder {path}.",
            FolderVerdict.NotAFolder => $"{path} is not a folder.",
            FolderVerdict.Unreadable =>
                $"{path} cannot be read. Give the user that runs Colophon the right to read it.",
            FolderVerdict.OutsideRoots => $"{path} is outside the folders Colophon may read (COLOPHON_ROOTS).",
            FolderVerdict.DataFolder => $"{path} meets Colophon's own data folder.",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };
}
