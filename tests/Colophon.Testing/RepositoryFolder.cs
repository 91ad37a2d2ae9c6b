namespace Colophon.Testing;

/// <summary>Where the repository and, when it is there, the corpus of real files lie.</summary>
public static class RepositoryFolder
{
    private static readonly string[] CorpusPlaces = ["../shared/corpus", "../../shared/corpus"];

    /// <summary>The folder that holds Colophon.slnx, found upwards from the test assembly.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The corpus that COLOPHON_CORPUS names or that lies beside the repository; null when there is none.</summary>
    public static string? Corpus { get; } = FindCorpus();

    /// <summary>A path below the root, in the machine's spelling.</summary>
    public static string Path(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, relative));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("Colophon.slnx").Length == 0)
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("No folder above the tests holds Colophon.slnx.");
    }

    private static string? FindCorpus()
    {
        var named = Environment.GetEnvironmentVariable("COLOPHON_CORPUS");
        return string.IsNullOrEmpty(named)
            ? CorpusPlaces.Select(Path).FirstOrDefault(place => new DirectoryInfo(place).Exists)
            : named;
    }
}
