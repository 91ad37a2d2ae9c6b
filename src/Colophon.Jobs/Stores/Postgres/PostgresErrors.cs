using Npgsql;

namespace Colophon.Jobs.Stores.Postgres;

/// <summary>What an exception of PostgreSQL says about the database itself.</summary>
internal static class PostgresErrors
{
    /// <summary>Null when it is the statement's own fault.</summary>
    public static TroubleKind? Diagnose(Exception error) =>
        error switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(
                "disk_full",
                "The disk that holds the database is full. Free some space; work goes on by itself."
            ),
            PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } => new(
                "database_busy",
                "Another program holds the database locked. End it; work goes on by itself."
            ),
            PostgresException { SqlState: PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction } e =>
                new(
                    "database_io",
                    $"The database cannot be written: {e.MessageText}. Look at its log; work goes on by itself."
                ),
            PostgresException e when IsLoss(e.SqlState) => Lost(e.MessageText),
            PostgresException => null,
            NpgsqlException e => Lost(e.Message),
            _ => null,
        };

    /// <summary>Two transactions stood in each other's way: done again, each of them is right.</summary>
    public static bool IsContention(Exception error) =>
        error
            is PostgresException
            {
                SqlState: PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.UniqueViolation
            };

    private const string IdleInTransactionTimeout = "25P03";

    private static TroubleKind Lost(string message) =>
        new(
            "database_lost",
            $"The database does not answer ({message}). See that PostgreSQL runs and can be reached; work goes on by itself."
        );

    private static bool IsLoss(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal)
        || state
            is PostgresErrorCodes.TooManyConnections
                or PostgresErrorCodes.InsufficientResources
                or PostgresErrorCodes.OutOfMemory
                or IdleInTransactionTimeout;
}
