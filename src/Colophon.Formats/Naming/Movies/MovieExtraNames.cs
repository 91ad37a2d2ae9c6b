using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Naming.Movies;

/// <summary>What a file beside a movie is to it.</summary>
public enum MovieExtraKind
{
    /// <summary>Something beside the film that says no more of itself.</summary>
    Other,

    /// <summary>A trailer or teaser.</summary>
    Trailer,

    /// <summary>A piece of the film to try it.</summary>
    Sample,

    /// <summary>The making of it.</summary>
    BehindTheScenes,

    /// <summary>What was cut.</summary>
    DeletedScene,

    /// <summary>A talk with those who made it.</summary>
    Interview,

    /// <summary>A scene.</summary>
    Scene,

    /// <summary>A clip.</summary>
    Clip,

    /// <summary>A piece about the film.</summary>
    Featurette,

    /// <summary>A short film.</summary>
    Short,

    /// <summary>A song to play while the movie is looked at.</summary>
    ThemeSong,

    /// <summary>A video to play behind the movie's page.</summary>
    ThemeVideo,
}

/// <summary>Tells extras of a movie by the name of their folder, by the end of their own name or by all of it. Pure.</summary>
public static partial class MovieExtraNames
{
    private const string Theme = "theme";

    private static readonly FrozenDictionary<string, MovieExtraKind> _folders = new Dictionary<string, MovieExtraKind>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["trailers"] = MovieExtraKind.Trailer,
        ["trailer"] = MovieExtraKind.Trailer,
        ["backdrops"] = MovieExtraKind.ThemeVideo,
        ["theme-music"] = MovieExtraKind.ThemeSong,
        ["behind the scenes"] = MovieExtraKind.BehindTheScenes,
        ["behindthescenes"] = MovieExtraKind.BehindTheScenes,
        ["deleted scenes"] = MovieExtraKind.DeletedScene,
        ["deletedscenes"] = MovieExtraKind.DeletedScene,
        ["interviews"] = MovieExtraKind.Interview,
        ["scenes"] = MovieExtraKind.Scene,
        ["samples"] = MovieExtraKind.Sample,
        ["sample"] = MovieExtraKind.Sample,
        ["shorts"] = MovieExtraKind.Short,
        ["featurettes"] = MovieExtraKind.Featurette,
        ["clips"] = MovieExtraKind.Clip,
        ["extras"] = MovieExtraKind.Other,
        ["extra"] = MovieExtraKind.Other,
        ["other"] = MovieExtraKind.Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, MovieExtraKind> _suffixes = new Dictionary<string, MovieExtraKind>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["trailer"] = MovieExtraKind.Trailer,
        ["sample"] = MovieExtraKind.Sample,
        ["scene"] = MovieExtraKind.Scene,
        ["clip"] = MovieExtraKind.Clip,
        ["interview"] = MovieExtraKind.Interview,
        ["behindthescenes"] = MovieExtraKind.BehindTheScenes,
        ["deleted"] = MovieExtraKind.DeletedScene,
        ["deletedscene"] = MovieExtraKind.DeletedScene,
        ["featurette"] = MovieExtraKind.Featurette,
        ["short"] = MovieExtraKind.Short,
        ["extra"] = MovieExtraKind.Other,
        ["other"] = MovieExtraKind.Other,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the files of a folder of this name are; null when it is no folder of extras.</summary>
    public static MovieExtraKind? OfFolder(string name) =>
        _folders.TryGetValue(name.Trim(), out MovieExtraKind kind) ? kind : null;

    /// <summary>What a file is by its own name; null when it is no extra. Stubs are none.</summary>
    public static MovieExtraKind? OfFile(string name)
    {
        MovieFileType type = MovieFileTypes.Of(name);
        string stem = MovieFileTypes.Stem(name);
        if (type == MovieFileType.Audio)
        {
            return stem.Equals(Theme, StringComparison.OrdinalIgnoreCase) ? MovieExtraKind.ThemeSong : null;
        }

        if (type != MovieFileType.Video)
        {
            return null;
        }

        Match match = SuffixPattern().Match(stem);
        return match.Success ? _suffixes[match.Groups["kind"].Value]
            : WholePattern().Match(stem) is { Success: true } whole ? _suffixes[whole.Groups["kind"].Value]
            : null;
    }

    /// <summary>What a file is by where it lies below a movie's folder or a library's root, and by its name.</summary>
    /// <param name="path">From the root of the library: a root called "trailers" makes nothing a trailer.</param>
    public static MovieExtraKind? OfPath(string path)
    {
        string[] segments = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
        {
            return null;
        }

        MovieFileType type = MovieFileTypes.Of(segments[^1]);
        MovieExtraKind? folder = segments.Length > 1 ? OfFolder(segments[^2]) : null;
        bool isRightType =
            folder == MovieExtraKind.ThemeSong ? type == MovieFileType.Audio : type == MovieFileType.Video;
        return folder is not null && isRightType ? folder : OfFile(segments[^1]);
    }

    /// <summary>The name of an extra's kind, for those that have no title of their own.</summary>
    public static string Label(MovieExtraKind kind) =>
        kind switch
        {
            MovieExtraKind.BehindTheScenes => "Behind The Scenes",
            MovieExtraKind.DeletedScene => "Deleted Scene",
            MovieExtraKind.ThemeSong => "Theme Song",
            MovieExtraKind.ThemeVideo => "Theme Video",
            MovieExtraKind.Other => "Extra",
            _ => kind.ToString(),
        };

    /// <summary>The text of an extra's name that is its own: without the suffix and the words of a release.</summary>
    internal static string OwnText(string name)
    {
        string stem = MovieFileTypes.Stem(name);
        Match match = SuffixPattern().Match(stem);
        return match.Success ? stem[..match.Index].Trim()
            : WholePattern().IsMatch(stem) || stem.Equals(Theme, StringComparison.OrdinalIgnoreCase) ? ""
            : stem;
    }

    /// <summary>As <see cref="OwnText"/>, as a title and a year.</summary>
    internal static (string? Title, int? Year) TitleOf(string ownText)
    {
        MovieNameDraft draft = MovieNameReader.Read(ownText, MovieNamePart.Folder);
        return (draft.Title.Length == 0 ? null : draft.Title, draft.Year);
    }

    // trailer and sample have any separator before them; the others are words of titles and need a dash or dot
    [GeneratedRegex(
        @"(?<=\S)(?:\s{0,3}[-._]\s{0,3}(?<kind>trailer|sample)|\s{0,3}[-._](?<kind>scene|clip|interview|behindthescenes|deletedscene|deleted|featurette|short|extra|other))[0-9]{0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    internal static partial Regex SuffixPattern();

    // "sample.mkv", "trailer2.mkv", "sample-movie.mkv"
    [GeneratedRegex(
        @"^(?:(?<kind>trailer|sample)[\s._-]?[0-9]{0,3}$|(?<kind>sample)[-._](?=\S))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex WholePattern();
}
