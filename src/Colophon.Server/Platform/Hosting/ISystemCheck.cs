namespace Colophon.Server.Platform.Hosting;

/// <summary>One thing that <c>colophon doctor</c> and the system page look at. A feature registers its own.</summary>
public interface ISystemCheck
{
    Task<IReadOnlyList<CheckResult>> ExamineAsync(CancellationToken cancellationToken);
}

/// <summary>What a check found.</summary>
/// <param name="Kind">What it is: a tool, a folder, the database.</param>
/// <param name="Name">For people and for tests (<c>libvips</c>, <c>data folder</c>).</param>
/// <param name="Message">What was found, and how to mend it when it is not well.</param>
public sealed record CheckResult(CheckKind Kind, string Name, CheckVerdict Verdict, string Message);

public enum CheckKind
{
    Tool,
    Folder,
    Database,
}

public enum CheckVerdict
{
    Well,

    /// <summary>Colophon runs, but something is then not read or not made.</summary>
    Absent,

    /// <summary>Colophon does all it should, but slower than it could.</summary>
    Strained,

    /// <summary>Colophon cannot run like this.</summary>
    Broken,
}
