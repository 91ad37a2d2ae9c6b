using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Colophon.Testing.Postgres;

/// <summary>
/// A PostgreSQL of the tests' own: started with the first test that asks for it, in a temporary folder, on a free port, as a user
/// without rights, and gone with the test process. Each database is made from a template.
/// </summary>
public static class PostgresCluster
{
    // As Debian puts it: a folder a version.
    private static readonly string Programs = Path.Combine(
        Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(),
        "bin"
    );

    private const string Owner = "postgres";

    /// <summary>What a crash of the machine may cost. Read when the cluster starts.</summary>
    public static Durability Durability { get; set; } = Durability.None;

    private static readonly Lazy<Task<Running>> Started = new(StartAsync);
    private static int databases;

    /// <summary>Makes a database from a template that <paramref name="prepare"/> fills when it is first asked for.</summary>
    /// <returns>Its address, <c>postgres://...</c>.</returns>
    public static async Task<string> CreateAsync(string template, Func<string, Task> prepare)
    {
        var cluster = await Started.Value;
        var made = cluster.Templates.GetOrAdd(template, name => new(() => MakeTemplateAsync(cluster, name, prepare)));
        await made.Value;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"t{Environment.ProcessId}_{Interlocked.Increment(ref databases)}"
        );
        await cluster.ExecuteAsync($"create database {name} template {template}");
        return cluster.Address(name);
    }

    /// <summary>The address in the words of a driver.</summary>
    public static string ConnectionString(string address)
    {
        var uri = new Uri(address);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath.Trim('/')};Pooling=false"
        );
    }

    public static async Task DropAsync(string address)
    {
        var cluster = await Started.Value;
        await cluster.ExecuteAsync($"drop database if exists {new Uri(address).AbsolutePath.Trim('/')} with (force)");
    }

    private static async Task<bool> MakeTemplateAsync(Running cluster, string name, Func<string, Task> prepare)
    {
        await cluster.ExecuteAsync($"create database {name}");
        await prepare(cluster.Address(name));
        // A template that somebody is connected to cannot be copied.
        await cluster.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        return true;
    }

    private static async Task<Running> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("colophon-postgres-").FullName;
        var port = FreePort();
        // As another user than root, which PostgreSQL refuses; the folder must be that user's.
        if (Environment.IsPrivilegedProcess)
            Run("chown", Owner, folder);
        Run(
            $"{Programs}/initdb",
            ["-D", $"{folder}/data", "-U", "colophon", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            asOwner: true
        );
        // The shell waits for the end of its input, which is the end of this process, however it comes; then it clears up.
        var server = Start(
            "sh",
            [
                "-c",
                "\"$@\" & read _; kill -QUIT $!; wait $!; rm -rf \"$3\"",
                "sh",
                $"{Programs}/postgres",
                "-k",
                folder,
                "-D",
                $"{folder}/data",
                "-p",
                port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                Durability is Durability.None ? "fsync=off" : "fsync=on",
                "-c",
                "max_connections=400",
                "-c",
                "log_min_messages=panic",
            ],
            asOwner: true
        );
        var cluster = new Running(port);
        await cluster.UntilReadyAsync(server);
        return cluster;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments) => Run(program, arguments, asOwner: false);

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

    private sealed class Running(int port)
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        private readonly NpgsqlDataSource admin = NpgsqlDataSource.Create(
            $"Host=127.0.0.1;Port={port};Username=colophon;Database=postgres;Maximum Pool Size=2"
        );
        private readonly SemaphoreSlim one = new(1);

        public System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<bool>>> Templates { get; } = new();

        public string Address(string database) =>
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

        public async Task UntilReadyAsync(Process server)
        {
            var started = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    await ExecuteAsync("select 1");
                    return;
                }
                catch (NpgsqlException) when (!server.HasExited && Stopwatch.GetElapsedTime(started) < Patience)
                {
                    await Task.Yield();
                }
            }
        }
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
