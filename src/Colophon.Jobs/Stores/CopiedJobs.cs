using System.Data.Common;

namespace Colophon.Jobs.Stores;

/// <summary>Jobs in a database that was copied from another: those in progress belong to processes that never knew of the copy.</summary>
public static class CopiedJobs
{
    /// <summary>
    /// Takes jobs in progress back to waiting, their try given back: being copied is no crash, and must not be counted as one.
    /// Those that were to be cancelled keep their owner, and are closed when the next worker finds it gone. Parked jobs stay.
    /// </summary>
    /// <param name="transaction">A write transaction of the copy, open.</param>
    public static void LetGo(DbTransaction transaction)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            delete from job_starts;
            delete from workers;
            update jobs set status = 0, process_id = null, attempt = attempt - 1
            where status = 1 and process_id is not null and cancel_requested_at is null
            """;
        command.ExecuteNonQuery();
    }
}
