using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Naming.Shows;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Shows;

/// <summary>What the path of an episode says, by the same rules that make its evidence.</summary>
internal sealed class ShowPathExplainer : IPathExplainer
{
    public string LibraryType => LibraryTypes.Tv;

    public PathMeaning? Explain(string relativePath, UnitSketch? unit)
    {
        if (
            MovieFileTypes.Of(relativePath)
            is not (MovieFileType.Video or MovieFileType.DiscImage or MovieFileType.Stub)
        )
            return null;
        var said = EpisodePath.Explain(relativePath);
        var name = said.Name;
        var place = EpisodePlace.Of(name, nfo: null, MovieFileTypes.Stem(FolderSight.NameOf(relativePath)));
        var extra = ShowFolders.ExtraOf(relativePath);
        return new PathMeaning(
            extra is null ? ItemKinds.Episode : ItemKinds.Season,
            extra switch
            {
                null => FileRoles.Main,
                MovieExtraKind.Trailer => FileRoles.Trailer,
                _ => FileRoles.Extra,
            },
            new ParsedPath(
                name.Title,
                [],
                [],
                name.Show,
                place.First,
                place.Last,
                Unit: null,
                name.ShowYear,
                Language: null,
                place.Season,
                place.First is { } first ? [.. Enumerable.Range(first, (place.Last ?? first) - first + 1)] : []
            ),
            [.. said.Rules.Select(hit => new FiredRule(hit.Id, hit.Text, hit.Input, hit.Matched, hit.Result))]
        );
    }
}
