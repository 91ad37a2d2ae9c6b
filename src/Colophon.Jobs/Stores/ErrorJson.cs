using System.Text.Json;

namespace Colophon.Jobs.Stores;

/// <summary>The form of a job's error in its row.</summary>
internal static class ErrorJson
{
    public static string? Write(JobError? error) =>
        error is null ? null : JsonSerializer.Serialize(error, JobJson.Options);

    public static JobError? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<JobError>(json, JobJson.Options);
}
