using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Libraries;

public static class LibrariesFeature
{
    public static IServiceCollection AddLibraries(this IServiceCollection services) =>
        services
            .AddSingleton<LibraryPaths>()
            .AddSingleton<IQueueReach, RootReach>()
            .AddSingleton<AddLibrary>()
            .AddSingleton<ChangeLibrary>()
            .AddJobHandler<DeleteLibrary, LibraryJobData>(JobTypes.DeleteLibrary)
            .AddApplier<LibraryPieceGoneApplier, LibraryPieceGone>()
            .AddApplier<RootSeenApplier, RootSeen>();
}
