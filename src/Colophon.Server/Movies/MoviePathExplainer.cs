using Colophon.Formats.Naming.Movies;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>What the path of a movie says, by the same rules that make its evidence.</summary>
internal sealed class MoviePathExplainer : IPathExplainer
{
    public string LibraryType => LibraryTypes.Movie;

    public PathMeaning? Explain(string relativePath, UnitSketch? unit)
    {
        if (MovieFileTypes.Of(relativePath) is MovieFileType.Other or MovieFileType.Audio)
            return null;
        var isWhole = unit is not null && relativePath.StartsWith(unit.RelativePath + "/", StringComparison.Ordinal);
        var said = MoviePath.Explain(relativePath, isWhole ? MoviePlace.OneMovie : MoviePlace.ManyMovies);
        return new PathMeaning(
            ItemKinds.Movie,
            RoleOf(relativePath),
            new ParsedPath(
                said.Name.Title,
                [],
                [],
                Series: null,
                Number: null,
                NumberEnd: null,
                Unit: null,
                said.Name.Year,
                Language: null,
                Season: null,
                []
            ),
            [.. said.Rules.Select(hit => new FiredRule(hit.Id, hit.Text, hit.Input, hit.Matched, hit.Result))]
        );
    }

    private static string RoleOf(string path) =>
        MovieExtraNames.OfPath(path) switch
        {
            null => FileRoles.Main,
            MovieExtraKind.Trailer => FileRoles.Trailer,
            _ => FileRoles.Extra,
        };
}
