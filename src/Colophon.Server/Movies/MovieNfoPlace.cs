using Colophon.Formats.Naming.Movies;
using Colophon.Server.Catalog;
using Colophon.Server.Nfo;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>Named after the film's first file, where every program looks.</summary>
internal sealed class MovieNfoPlace : INfoPlace
{
    public string Kind => ItemKinds.Movie;

    public string? PathOf(string file) =>
        FolderSight.Join(FolderSight.ParentOf(file), $"{MovieFileTypes.Stem(file)}.nfo");
}
