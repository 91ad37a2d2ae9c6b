using Colophon.Server.Books;
using Colophon.Server.Scanning;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Colophon.Server.Tests.Scanning;

/// <summary>Stops a scan at the units whose path holds "Held", until they are let go.</summary>
internal sealed class HeldReader : IDisposable
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim letGo = new();

    /// <summary>Ends when a scan has come to one of them.</summary>
    public Task Reached => reached.Task;

    public void LetGo() => letGo.Set();

    public void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BookUnitReader>();
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IUnitReader>(provider => new Reader(
                provider.GetRequiredService<BookUnitReader>(),
                this
            ))
        );
    }

    public void Dispose() => letGo.Dispose();

    private sealed class Reader(IUnitReader real, HeldReader held) : IUnitReader
    {
        public string LibraryType => real.LibraryType;

        public int Version => real.Version;

        public bool MayHoldParts(string folderName, string above) => real.MayHoldParts(folderName, above);

        public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => real.UnitsOf(folder);

        public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken)
        {
            if (unit.Sketch.RelativePath.Contains("Held", StringComparison.Ordinal))
            {
                held.reached.TrySetResult();
                held.letGo.Wait(cancellationToken);
            }
            return real.Read(unit, cancellationToken);
        }
    }
}
