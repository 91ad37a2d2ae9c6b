using Colophon.Jobs.Working;
using Colophon.Jobs.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Colophon.Jobs;

/// <summary>Puts the engine into a host's container.</summary>
public static class JobsRegistration
{
    /// <summary>
    /// Adds the worker as a hosted service and <see cref="QueueGates"/>. The host adds the <see cref="IDatabase"/> (a store of this project,
    /// <c>SqliteDatabase.Open</c>), whose migrations must have run before hosted services start, and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobsOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<QueueGates>();
        services.AddSingleton(options);
        services.AddSingleton<RateLimits>();
        services.AddSingleton<Worker>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Worker>());
        return services;
    }

    /// <summary>Names who runs jobs of a type. One instance runs them all, on several threads: it keeps no state of a job.</summary>
    public static IServiceCollection AddJobHandler<THandler, TData>(this IServiceCollection services, JobType type)
        where THandler : class, IJobHandler<TData>
    {
        services.TryAddSingleton<THandler>();
        services.AddSingleton<HandlerRunner>(provider => new HandlerRunner<TData>(
            type,
            provider.GetRequiredService<THandler>()
        ));
        return services;
    }

    /// <summary>Names who stores records of a type. Within a group appliers run in the order they were added.</summary>
    public static IServiceCollection AddApplier<TApplier, TRecord>(this IServiceCollection services)
        where TApplier : class, IApplier<TRecord>
    {
        services.TryAddSingleton<TApplier>();
        services.AddSingleton<RecordBatch>(provider => new RecordBatch<TRecord>(
            provider.GetRequiredService<TApplier>()
        ));
        return services;
    }
}
