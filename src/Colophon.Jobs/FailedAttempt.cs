using System.Text.Json;

namespace Colophon.Jobs;

/// <summary>What the data of an error line in a job's log says when the line is a failed try; its message is the line's.</summary>
/// <param name="Attempt">Which try, from 1.</param>
/// <param name="Code">The error's code.</param>
public sealed record FailedAttempt(int Attempt, string Code)
{
    /// <summary>Reads the data of a log line; null when the line is no failed try.</summary>
    public static FailedAttempt? Read(string? data)
    {
        if (data is null || !data.StartsWith("{\"failed_attempt\":", StringComparison.Ordinal))
            return null;
        return JsonSerializer.Deserialize<Wrapper>(data, JobJson.Options)?.FailedAttempt;
    }

    internal static string Write(int attempt, string code) =>
        JsonSerializer.Serialize(new Wrapper(new FailedAttempt(attempt, code)), JobJson.Options);

    private sealed record Wrapper(FailedAttempt FailedAttempt);
}
