using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;

namespace Colophon.Formats.Audio;

/// <summary>An audio file while it is read.</summary>
internal sealed class AudioDraft(string container, FindingList findings) : MediaDraft(MediaCodes.OfAudio, findings)
{
    public AudioStream Stream { get; set; } = AudioStream.None;

    /// <summary>Where the container says more of its streams than the first one's facts.</summary>
    public IReadOnlyList<MediaStream> Streams { get; set; } = [];

    public EmbeddedPicture? Cover { get; set; }

    public AudioFile ToFile() =>
        new(container, new TagMeaning(Tags).ToTags(Findings), Stream, Chapters, Cover ?? Pictures.FirstOrDefault())
        {
            Streams = Streams.Count > 0 ? Streams : Stream.ToStreams(),
        };
}
