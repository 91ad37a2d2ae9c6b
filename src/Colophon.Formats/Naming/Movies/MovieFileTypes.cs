using System.Collections.Frozen;

namespace Colophon.Formats.Naming.Movies;

/// <summary>What a file is by its extension.</summary>
public enum MovieFileType
{
    /// <summary>Neither of the others.</summary>
    Other,

    /// <summary>A film or an extra.</summary>
    Video,

    /// <summary>The image of a disc.</summary>
    DiscImage,

    /// <summary>A <c>.disc</c> file stands for a disc on a shelf.</summary>
    Stub,

    /// <summary>Music: a theme.</summary>
    Audio,
}

/// <summary>Tells the files of a movie's folder by their extensions.</summary>
public static class MovieFileTypes
{
    private static readonly FrozenDictionary<string, MovieFileType> _types = Types()
        .ToFrozenDictionary(entry => entry.Extension, entry => entry.Type, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> _stubs = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["dvd"] = "dvd",
        ["hddvd"] = "hddvd",
        ["bluray"] = "bluray",
        ["brrip"] = "bluray",
        ["bd25"] = "bluray",
        ["bd50"] = "bluray",
        ["vhs"] = "vhs",
        ["hdtv"] = "tv",
        ["pdtv"] = "tv",
        ["dsr"] = "tv",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a file; hidden files are none.</summary>
    public static MovieFileType Of(string name)
    {
        string file = FileOf(name);
        return file.StartsWith('.') ? MovieFileType.Other : _types.GetValueOrDefault(ExtensionOf(file));
    }

    /// <summary>The name without folders and without an extension that is known.</summary>
    public static string Stem(string name)
    {
        string file = FileOf(name);
        string extension = ExtensionOf(file);
        if (!_types.TryGetValue(extension, out MovieFileType type))
        {
            return file;
        }

        string stem = file[..^(extension.Length + 1)];
        return type == MovieFileType.Stub && _stubs.ContainsKey(ExtensionOf(stem))
            ? stem[..stem.LastIndexOf('.')]
            : stem;
    }

    /// <summary>What a stub stands for: <c>bluray</c>, <c>dvd</c>, <c>hddvd</c>, <c>vhs</c>, <c>tv</c>; null when it does not say.</summary>
    public static string? StubSource(string name) =>
        Of(name) == MovieFileType.Stub && FileOf(name) is var file
            ? _stubs.GetValueOrDefault(ExtensionOf(file[..file.LastIndexOf('.')]))
            : null;

    internal static string FileOf(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    private static string ExtensionOf(string file)
    {
        int dot = file.LastIndexOf('.');
        return dot > 0 && file.Length - dot <= 8 ? file[(dot + 1)..] : "";
    }

    private static IEnumerable<(string Extension, MovieFileType Type)> Types() =>
        [
            .. Each(
                MovieFileType.Video,
                "mkv mp4 m4v avi mov wmv mpg mpeg mpe m2v ts m2ts mts webm flv f4v ogm ogv asf divx xvid vob 3gp rm rmvb wtv "
                    + "dvr-ms strm tp trp mk3d dv qt"
            ),
            .. Each(MovieFileType.DiscImage, "iso img nrg"),
            .. Each(MovieFileType.Stub, "disc"),
            .. Each(MovieFileType.Audio, "mp3 flac m4a ogg opus wav wma aac"),
        ];

    private static IEnumerable<(string, MovieFileType)> Each(MovieFileType type, string extensions) =>
        extensions.Split(' ').Select(extension => (extension, type));
}
