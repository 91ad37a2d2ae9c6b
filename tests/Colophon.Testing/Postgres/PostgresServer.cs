using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Colophon.Testing.Postgres;

/// <summary>
/// A PostgreSQL in a temporary folder, on a free port, as a user without rights. It is gone with the test process, however that
/// ends, or when it is disposed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    // As Debian puts it: a folder a version.
    private static readonly string Programs = Path.Combine(
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(),
        "bin"
    );

    private const string Owner = "postgres";
    private const string KeepFolder = "keep";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly Durability durability;
    private readonly NpgsqlDataSource admin;
    private readonly SemaphoreSlim one = new(1);
    private Process shell;

    private PostgresServer(string folder, int port, Durability durability)
    {
        this.folder = folder;
        this.durability = durability;
        Port = port;
        admin = NpgsqlDataSource.Create(
            $"Host=127.0.0.1;Port={port};Username=colophon;Database=postgres;Maximum Pool Size=2"
        );
        shell = Launch();
    }

    public int Port { get; }

    public static async Task<PostgresServer> StartAsync(Durability durability)
    {
        var place = Directory.CreateTempSubdirectory("colophon-postgres-").FullName;
        // As another user than root, which PostgreSQL refuses; the place must be that user's.
        if (Environment.IsPrivilegedProcess)
            Run("chown", [Owner, place], asOwner: false);
        Run(
            $"{Programs}/initdb",
            ["-D", $"{place}/data", "-U", "colophon", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            asOwner: true
        );
        var server = new PostgresServer(place, FreePort(), durability);
        await server.UntilReadyAsync();
        return server;
    }

    /// <summary>The address of a database, <c>postgres://...</c>.</summary>
    public string Address(string database) => Address(database, Port);

    /// <summary>The same by another port that leads here.</summary>
    public static string Address(string database, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://colophon@127.0.0.1:{port}/{database}");

    /// <summary>One at a time: two copies of one template at once refuse each other.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await one.WaitAsync();
        try
        {
            await using var command = admin.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>All its processes end at once, without a word to anybody and without writing down what they hold in memory.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        await shell.StandardInput.WriteLineAsync(KeepFolder.AsMemory(), cancellationToken);
        await EndAsync(cancellationToken);
    }

    /// <summary>Starts again what crashed, in the same place.</summary>
    public async Task RestartAsync()
    {
        shell.Dispose();
        shell = Launch();
        await UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await admin.DisposeAsync();
        await EndAsync(CancellationToken.None);
        shell.Dispose();
        one.Dispose();
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(cancellationToken);
    }

    /// <summary>The shell waits for a word or the end of its input, which is the end of this process, however it comes; then it clears up.</summary>
    private Process Launch() =>
        Start(
            "sh",
            [
                "-c",
                $"\"$@\" & read word; kill -QUIT $!; wait $!; [ \"$word\" = {KeepFolder} ] || rm -rf \"$3\"",
                "sh",
                $"{Programs}/postgres",
                "-k",
                folder,
                "-D",
                $"{folder}/data",
                "-p",
                Port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                durability is Durability.None ? "fsync=off" : "fsync=on",
                "-c",
                "max_connections=400",
                "-c",
                "log_min_messages=panic",
            ],
            asOwner: true
        );

    private async Task UntilReadyAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (NpgsqlException) when (!shell.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Yield();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, string[] arguments, bool asOwner)
    {
        using var process = Start(program, arguments, asOwner);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}. ./run test installs what it needs."
            );
    }

    private static Process Start(string program, string[] arguments, bool asOwner)
    {
        var info =
            asOwner && Environment.IsPrivilegedProcess
                ? new ProcessStartInfo(
                    "setpriv",
                    ["--reuid", Owner, "--regid", Owner, "--clear-groups", program, .. arguments]
                )
                : new ProcessStartInfo(program, arguments);
        info.RedirectStandardOutput = true;
        info.RedirectStandardInput = true;
        info.WorkingDirectory = "/";
        var process = Process.Start(info)!;
        process.BeginOutputReadLine();
        return process;
    }
}

/// <summary>Whether the disk is waited for.</summary>
public enum Durability
{
    /// <summary>For tests, whose data nobody misses.</summary>
    None,

    /// <summary>As in earnest: what is committed is on the disk.</summary>
    Full,
}
