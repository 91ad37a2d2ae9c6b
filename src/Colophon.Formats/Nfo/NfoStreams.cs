namespace Colophon.Formats.Nfo;

/// <summary>Streams as the NFO tells them, those left out that say nothing.</summary>
/// <param name="Video">Usually one.</param>
/// <param name="Audio">In their order.</param>
/// <param name="Subtitles">Languages, as written.</param>
public sealed record NfoStreams(
    IReadOnlyList<NfoVideo> Video,
    IReadOnlyList<NfoAudio> Audio,
    IReadOnlyList<string> Subtitles
);

/// <summary>A video stream.</summary>
/// <param name="Codec">As written: <c>h264</c>.</param>
/// <param name="Aspect">Width by height, as written.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Language">As written.</param>
/// <param name="StereoMode">Kodi's word for 3D.</param>
/// <param name="Format3D">Jellyfin's word for 3D: <c>HSBS</c>.</param>
/// <param name="HdrType">As written: <c>hdr10</c>.</param>
public sealed record NfoVideo(
    string? Codec,
    string? Aspect,
    int? Width,
    int? Height,
    int? Duration,
    string? Language,
    string? StereoMode,
    string? Format3D,
    string? HdrType
);

/// <summary>An audio stream.</summary>
/// <param name="Codec">As written: <c>ac3</c>.</param>
/// <param name="Language">As written.</param>
/// <param name="Channels">How many.</param>
public sealed record NfoAudio(string? Codec, string? Language, int? Channels);
