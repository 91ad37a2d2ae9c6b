namespace Colophon.Jobs.Stores.Postgres;

/// <summary>The advisory locks of the program, by their first number. Persisted in the sense that all nodes must agree.</summary>
internal static class WorkerLocks
{
    /// <summary>Held by a living worker; the second number is the id of its row.</summary>
    public const int Kind = 0x636F6C01;

    /// <summary>Held by the one process that leads.</summary>
    public const int Leader = 0x636F6C03;

    /// <summary>Held while migrations run, so that nodes that start together run them once.</summary>
    public const int Migrations = 0x636F6C02;
}
