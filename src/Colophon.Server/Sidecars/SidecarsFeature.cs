using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Sidecars;

public static class SidecarsFeature
{
    public static IServiceCollection AddSidecars(this IServiceCollection services) =>
        services
            .AddSingleton<ICommitStep, QueueSidecars>()
            .AddJobHandler<WriteSidecar, WriteSidecarData>(JobTypes.WriteSidecar);
}
