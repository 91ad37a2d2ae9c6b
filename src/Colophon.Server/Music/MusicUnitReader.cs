using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>Reads units of music libraries: tracks with their albums and artists, and what is said of these in their folders.</summary>
internal sealed class MusicUnitReader : IUnitReader
{
    public string LibraryType => LibraryTypes.Music;

    public int Version => 1;

    public bool MayHoldParts(string folderName, string above) => MusicUnits.MayBePart(folderName, above);

    public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => MusicUnits.UnitsOf(folder);

    public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken) =>
        new MusicUnitRead(unit, cancellationToken).ToContent();
}
