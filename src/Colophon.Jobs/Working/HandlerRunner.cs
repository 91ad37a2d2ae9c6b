using System.Text.Json;

namespace Colophon.Jobs.Working;

/// <summary>A type of job and who runs it, without the payload's type in the signature.</summary>
internal abstract class HandlerRunner(JobType type)
{
    public JobType Type { get; } = type;

    /// <summary>Runs one try. Throws what the handler throws, and <see cref="JsonException"/> for a payload that is none.</summary>
    public abstract Task<JobOutcome> RunAsync(
        Job job,
        JobEffects effects,
        TimeProvider clock,
        CancellationToken cancellationToken
    );
}

/// <inheritdoc/>
internal sealed class HandlerRunner<TData>(JobType type, IJobHandler<TData> handler) : HandlerRunner(type)
{
    public override Task<JobOutcome> RunAsync(
        Job job,
        JobEffects effects,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        TData? data;
        try
        {
            data = JsonSerializer.Deserialize<TData>(job.Payload, JobJson.Options);
        }
        catch (JsonException e)
        {
            return Task.FromResult(BadPayload(e.Message));
        }
        return data is null
            ? Task.FromResult(BadPayload("it is null"))
            : handler.RunAsync(new JobContext<TData>(job, data, effects, clock), cancellationToken);
    }

    private JobOutcome BadPayload(string why) =>
        JobOutcome.Dead(
            new JobError(JobErrorCodes.BadPayload, $"The data of this {Type.Name} job cannot be read: {why}")
        );
}
