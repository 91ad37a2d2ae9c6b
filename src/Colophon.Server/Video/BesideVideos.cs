using Colophon.Formats.Naming.Companions;
using Colophon.Formats.Naming.Movies;
using Colophon.Server.Catalog;
using Colophon.Server.Scanning;

namespace Colophon.Server.Video;

/// <summary>A video of a unit.</summary>
/// <param name="Path">From the unit's folder.</param>
/// <param name="File">Index into the reading's files.</param>
internal sealed record VideoPlace(string Path, int File);

/// <summary>Subtitles and sound tracks beside videos, as assets of the videos' files.</summary>
internal static class BesideVideos
{
    /// <param name="paths">Of files from the unit's folder; those that are no companions of a video are passed over.</param>
    /// <param name="name">
    /// What a subtitle of the first video may be named after too, and whose it is when its name says nothing: the folder of one
    /// film. Null where several lie together.
    /// </param>
    public static IEnumerable<AssetRead> Of(
        UnitToRead unit,
        IReadOnlyList<VideoPlace> videos,
        IEnumerable<string> paths,
        string? name
    )
    {
        var folders = videos.ToLookup(video => FolderSight.ParentOf(video.Path), StringComparer.Ordinal);
        foreach (var path in paths.Where(path => CompanionFiles.KindOf(path) is not null))
        {
            var (home, below) = CompanionFolder.Divide(path);
            var near = folders[home].ToList();
            var said = new CompanionFolder([.. near.Select(video => MovieFileTypes.Stem(video.Path))])
                .Explain(below)
                .Name!;
            var video = near.Find(video => MovieFileTypes.Stem(video.Path) == said.Video);
            if (video is null && name is not null && home.Length == 0 && said.Kind == CompanionKind.Subtitle)
            {
                said = new CompanionFolder([name]).Explain(below).Name!;
                video = said.Video is null ? null : videos.FirstOrDefault();
            }
            if (video is not null)
                yield return Asset(unit, TypeOf(said.Kind), path, video.File) with
                {
                    Language = said.Language,
                };
        }
    }

    /// <summary>What an extra is to be shown as beside being a file; null when it is that alone.</summary>
    /// <param name="file">Index into the reading's files; null for music, which is none of them.</param>
    public static string? TypeOf(MovieExtraKind kind, int? file) =>
        kind switch
        {
            MovieExtraKind.Trailer when file is not null => AssetTypes.Trailer,
            MovieExtraKind.ThemeVideo when file is not null => AssetTypes.Theme,
            MovieExtraKind.ThemeSong => AssetTypes.Theme,
            _ => null,
        };

    /// <summary>A file beside the media, as an asset.</summary>
    /// <param name="file">Index into the reading's files of the one it is, or belongs to.</param>
    public static AssetRead Asset(UnitToRead unit, string type, string path, int? file) =>
        new(
            file,
            type,
            Language: null,
            AssetSources.Path,
            AssetOrigins.OfPath(path),
            unit.Folder.TrimEnd('/') + "/" + path,
            Embedded: null
        );

    private static string TypeOf(CompanionKind kind) =>
        kind == CompanionKind.Subtitle ? AssetTypes.Subtitle : AssetTypes.Audio;
}
