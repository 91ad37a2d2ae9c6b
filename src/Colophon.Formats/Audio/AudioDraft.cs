using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Pictures;
using Colophon.Formats.Text;

namespace Colophon.Formats.Audio;

/// <summary>An audio file while it is read: what was found until now is what returns when reading is stopped.</summary>
internal sealed class AudioDraft(string container, FindingList findings)
{
    private const int ChapterLimit = 10_000;
    private const int TitleLimit = 1000;

    private readonly List<AudioChapter> _chapters = [];

    public FindingList Findings => findings;

    public TagDraft Tags { get; } = new();

    public AudioStream Stream { get; set; } = AudioStream.None;

    public EmbeddedPicture? Cover { get; set; }

    public int ChapterCount => _chapters.Count;

    /// <summary>False when no more are kept.</summary>
    public bool AddChapter(string? title, double startMs, double? endMs)
    {
        if (_chapters.Count == ChapterLimit)
        {
            findings.Warn(FindingCodes.AudioListCut, "chapters");
            return false;
        }

        if (startMs is >= 0 and < 1e12)
        {
            long start = (long)Math.Round(startMs);
            long? end = endMs is { } given && given >= startMs && given < 1e12 ? (long)Math.Round(given) : null;
            _chapters.Add(new AudioChapter(CleanText.Line(title, TitleLimit), start, end));
        }

        return true;
    }

    public AudioFile ToFile() =>
        new(
            container,
            Tags.ToTags(findings),
            Stream,
            [.. _chapters.OrderBy(chapter => chapter.StartMs)], // a stable sort: what starts at once stays in its order
            Cover
        );
}
