using Colophon.Formats.Naming.Music;
using Colophon.Server.Catalog;
using Colophon.Server.Libraries;
using Colophon.Server.Scanning;

namespace Colophon.Server.Music;

/// <summary>What the path of a track says, by the same rules that make its evidence.</summary>
internal sealed class MusicPathExplainer : IPathExplainer
{
    public string LibraryType => LibraryTypes.Music;

    public PathMeaning? Explain(string relativePath, UnitSketch? unit)
    {
        if (!MusicUnits.IsSound(relativePath))
            return null;
        var said = TrackPath.Explain(relativePath);
        var name = said.Name;
        return new PathMeaning(
            ItemKinds.Track,
            FileRoles.Main,
            new ParsedPath(
                name.Title,
                [],
                [],
                Series: null,
                name.Track,
                NumberEnd: null,
                Unit: null,
                name.Album.Year,
                Language: null,
                Season: null,
                []
            )
            {
                Artists = [.. name.Artist is null ? [] : ArtistNames.Credit(name.Artist).Names, .. name.Featured],
                AlbumArtist = name.Album.Artist,
                Album = name.Album.Title,
                Disc = name.Disc,
            },
            [.. said.Rules.Select(hit => new FiredRule(hit.Id, hit.Text, hit.Input, hit.Matched, hit.Result))]
        );
    }
}
