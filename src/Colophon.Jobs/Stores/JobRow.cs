namespace Colophon.Jobs.Stores;

/// <summary>Reads a job from the columns as <see cref="JobSession"/> lists them.</summary>
internal static class JobRow
{
    public static Job Read(IStatement row) =>
        new(
            Id: row.Int64(0),
            Type: row.Text(1),
            Queue: row.Text(2),
            Status: (JobStatus)row.Int64(3),
            Priority: (int)row.Int64(4),
            DedupeKey: row.TextOrNull(5),
            Payload: row.Text(6),
            Cursor: row.TextOrNull(7),
            LibraryId: row.Int64OrNull(8),
            ScanId: row.Int64OrNull(9),
            ParentId: row.Int64OrNull(10),
            RetryOf: row.Int64OrNull(11),
            Attempt: (int)row.Int64(12),
            MaxAttempts: (int)row.Int64(13),
            CrashCount: (int)row.Int64(14),
            RunAt: Time(row.Int64(15)),
            ProcessId: row.TextOrNull(16),
            CancelRequestedAt: TimeOrNull(row.Int64OrNull(17)),
            Error: ErrorJson.Read(row.TextOrNull(18)),
            CreatedAt: Time(row.Int64(19)),
            UpdatedAt: Time(row.Int64(20)),
            StartedAt: TimeOrNull(row.Int64OrNull(21)),
            FinishedAt: TimeOrNull(row.Int64OrNull(22))
        );

    public static DateTimeOffset? TimeOrNull(long? milliseconds) => milliseconds is { } value ? Time(value) : null;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
