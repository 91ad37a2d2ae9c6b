using Colophon.Formats.Media;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio;

/// <summary>What an audio file says about itself: the same record for every container, for audiobooks and for music.</summary>
/// <param name="Container"><c>mp4</c>, <c>mp3</c>, <c>flac</c> or <c>ogg</c>, told by content, never by name.</param>
/// <param name="Cover">The front cover, else the first picture; where it lies in the file.</param>
/// <param name="Chapters">In order of their start; at most 10,000.</param>
public sealed record AudioFile(
    string Container,
    AudioTags Tags,
    AudioStream Stream,
    IReadOnlyList<MediaChapter> Chapters,
    EmbeddedPicture? Cover
)
{
    /// <summary>All streams; of the containers that hold one, that one.</summary>
    public IReadOnlyList<MediaStream> Streams { get; init; } = [];
}

/// <summary>Measured facts of the first audio stream. Null is what the file does not say.</summary>
/// <param name="Codec"><c>aac</c>, <c>alac</c>, <c>mp3</c>, <c>flac</c>, <c>vorbis</c>, <c>opus</c>, <c>speex</c>, ...; null when there is no stream.</param>
/// <param name="DurationSeconds">Of the whole file, in seconds; an estimate for MP3s without a table.</param>
/// <param name="BitRate">Mean, in bits a second.</param>
/// <param name="SampleRate">In hertz.</param>
public sealed record AudioStream(
    string? Codec,
    double? DurationSeconds = null,
    long? BitRate = null,
    int? SampleRate = null,
    int? Channels = null
)
{
    /// <summary>No stream was found.</summary>
    public static AudioStream None { get; } = new(Codec: null);

    internal IReadOnlyList<MediaStream> ToStreams() =>
        Codec is null
            ? []
            :
            [
                new MediaStream(0, StreamType.Audio)
                {
                    Codec = Codec,
                    BitRate = BitRate,
                    SampleRate = SampleRate,
                    Channels = Channels,
                    Layout = ChannelLayouts.Of(Codec, Channels),
                },
            ];
}
