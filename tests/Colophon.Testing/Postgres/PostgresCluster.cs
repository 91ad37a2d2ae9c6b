using System.Collections.Concurrent;
using System.Globalization;

namespace Colophon.Testing.Postgres;

/// <summary>
/// The one PostgreSQL that the tests of a process share: started with the first test that asks for it. Each database is made
/// from a template.
/// </summary>
public static class PostgresCluster
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(() => PostgresServer.StartAsync(Durability));
    private static readonly ConcurrentDictionary<string, Lazy<Task<bool>>> Templates = new();
    private static int databases;

    /// <summary>What a crash of the machine may cost. Read when the cluster starts.</summary>
    public static Durability Durability { get; set; } = Durability.None;

    /// <summary>Makes a database from a template that <paramref name="prepare"/> fills when it is first asked for.</summary>
    /// <returns>Its address, <c>postgres://...</c>.</returns>
    public static async Task<string> CreateAsync(string template, Func<string, Task> prepare)
    {
        var server = await Started.Value;
        var made = Templates.GetOrAdd(template, name => new(() => MakeTemplateAsync(server, name, prepare)));
        await made.Value;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"t{Environment.ProcessId}_{Interlocked.Increment(ref databases)}"
        );
        await server.ExecuteAsync($"create database {name} template {template}");
        return server.Address(name);
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
        var server = await Started.Value;
        await server.ExecuteAsync($"drop database if exists {new Uri(address).AbsolutePath.Trim('/')} with (force)");
    }

    private static async Task<bool> MakeTemplateAsync(PostgresServer server, string name, Func<string, Task> prepare)
    {
        await server.ExecuteAsync($"create database {name}");
        await prepare(server.Address(name));
        // A template that somebody is connected to cannot be copied.
        await server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        return true;
    }
}
