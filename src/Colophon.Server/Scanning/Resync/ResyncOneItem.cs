using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Scanning.Resync;

/// <summary>
/// The job <c>resync-item</c>: the inline resync of a node that does no work, done by one that does. Its answer is its cursor.
/// </summary>
public sealed class ResyncOneItem(ResyncItem inline) : IJobHandler<ResyncTarget>
{
    public async Task<JobOutcome> RunAsync(JobContext<ResyncTarget> context, CancellationToken cancellationToken)
    {
        await context.CheckpointAsync(await AnswerAsync(context.Data, cancellationToken), cancellationToken);
        return JobOutcome.Done;
    }

    private async Task<ResyncAnswer> AnswerAsync(ResyncTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return ResyncAnswer.Of(await inline.RunAsync(target, cancellationToken));
        }
        catch (ApiErrorException refusal)
        {
            return ResyncAnswer.Of(refusal.Error);
        }
    }
}
