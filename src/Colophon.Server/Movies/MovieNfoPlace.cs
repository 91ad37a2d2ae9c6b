using Colophon.Formats.Naming.Movies;
using Colophon.Server.Catalog;
using Colophon.Server.Nfo;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>Named after the film's first file, where every program looks; of a disc beside its folder, and not among its files.</summary>
internal sealed class MovieNfoPlace : INfoPlace
{
    public string Kind => ItemKinds.Movie;

    public string? PathOf(string file)
    {
        for (var folder = FolderSight.ParentOf(file); folder.Length > 0; folder = FolderSight.ParentOf(folder))
            if (MovieFolderNames.IsDiscStructure(FolderSight.NameOf(folder)))
                return FolderSight.ParentOf(folder) is { Length: > 0 } own ? $"{own}/movie.nfo" : null;
        return FolderSight.Join(FolderSight.ParentOf(file), $"{MovieFileTypes.Stem(file)}.nfo");
    }
}
