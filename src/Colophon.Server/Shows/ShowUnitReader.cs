using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>Reads units of libraries of shows: episodes in all their versions, what is said of their season and their show, extras.</summary>
internal sealed class ShowUnitReader : IUnitReader
{
    public string LibraryType => LibraryTypes.Tv;

    public int Version => 1;

    public bool MayHoldParts(string folderName, string above) => ShowFolders.MayBePart(folderName, above);

    public IReadOnlyList<UnitSketch> UnitsOf(FolderView folder) => ShowFolders.UnitsOf(folder);

    public UnitContent Read(UnitToRead unit, CancellationToken cancellationToken) =>
        new ShowUnitRead(unit, cancellationToken).ToContent();
}
