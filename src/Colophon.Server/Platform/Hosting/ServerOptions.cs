using System.Globalization;
using Colophon.Jobs.Stores.Postgres;

namespace Colophon.Server.Platform.Hosting;

/// <summary>What the process is told when it starts: by command line, else environment, else <c>colophon.json</c> in the data folder.</summary>
public sealed record ServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:8484";

    /// <summary>Absolute: database, cache, keys and exports lie in it.</summary>
    public required string DataFolder { get; init; }

    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    public NodeRole Role { get; init; } = NodeRole.PagesAndWork;

    /// <summary>Reader threads for scans; 0 on a node that only serves pages.</summary>
    public int Readers { get; init; } = DefaultReaders;

    /// <summary>Folders, absolute, that libraries may lie in and the folder picker shows.</summary>
    public IReadOnlyList<string> Roots { get; init; } = ["/"];

    /// <summary>The built web pages.</summary>
    public string WebFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The address of a PostgreSQL database; null = <see cref="DatabaseFile"/>.</summary>
    public string? Database { get; init; }

    /// <summary>How long another node may be silent before its jobs are taken over.</summary>
    public TimeSpan Lease { get; init; } = PostgresDatabase.DefaultLease;

    /// <summary>An address for who runs a provider to write to, part of every request to one; null = none is told.</summary>
    public string? Contact { get; init; }

    /// <summary>Wraps the keys that protect secrets; null = <see cref="SecretKeyFile"/> holds it.</summary>
    public byte[]? SecretKey { get; init; }

    public DatabasePlace DatabasePlace => Database is null ? DatabasePlace.InDataFolder : DatabasePlace.Elsewhere;

    /// <summary>As a person may see it: without user and password, which may stand among the options too.</summary>
    public string DatabaseName =>
        Database is null
            ? DatabaseFile
            : new UriBuilder(Database)
            {
                UserName = "",
                Password = "",
                Query = "",
            }.Uri.ToString();

    public string DatabaseFile => Path.Combine(DataFolder, "colophon.db");

    public string SecretKeyFile => Path.Combine(DataFolder, "secret.key");

    public string CacheFolder => Path.Combine(DataFolder, "cache");

    /// <summary>Files without names, while somebody has them open.</summary>
    public string TemporaryFolder => Path.Combine(DataFolder, "temporary");

    /// <summary>What stood beside media before it was published over; taking that back needs it.</summary>
    public string ReplacedFolder => Path.Combine(DataFolder, "replaced");

    public string ExportFolder => Path.Combine(DataFolder, "exports");

    public static int DefaultReaders => Math.Max(4, 2 * Environment.ProcessorCount);

    public static string Version { get; } =
        typeof(ServerOptions).Assembly.GetName().Version?.ToString(3) ?? 0.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a process does of all that Colophon does. On a database of its own it does everything.</summary>
public enum NodeRole
{
    PagesAndWork,

    /// <summary>Pages and API; jobs are queued here and run elsewhere.</summary>
    Pages,

    /// <summary>Jobs; of the pages only the health probes.</summary>
    Work,
}

/// <summary>The process cannot start as it was told; the message says how to mend it.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
