using Colophon.Formats.Pictures;
using Colophon.Formats.Tags;
using Colophon.Formats.Text;

namespace Colophon.Formats.Media;

/// <summary>A media file while it is read: what was found until now is what returns when reading is stopped.</summary>
internal abstract class MediaDraft(MediaCodes codes, FindingList findings)
{
    private const int ChapterLimit = 10_000;
    private const int PictureLimit = 100;
    private const int TitleLimit = 1000;

    private readonly List<MediaChapter> _chapters = [];
    private readonly List<EmbeddedPicture> _pictures = [];

    public MediaCodes Codes => codes;

    public FindingList Findings => findings;

    public TagDraft Tags { get; } = new();

    /// <summary>As the file has them; what is no picture of ours is not among them.</summary>
    public IReadOnlyList<EmbeddedPicture> Pictures => _pictures;

    public int ChapterCount => _chapters.Count;

    /// <summary>In order of their start; a stable sort: what starts at once stays in its order.</summary>
    public IReadOnlyList<MediaChapter> Chapters => [.. _chapters.OrderBy(chapter => chapter.StartMs)];

    /// <summary>False when no more are kept.</summary>
    public bool AddChapter(string? title, double startMs, double? endMs)
    {
        if (_chapters.Count == ChapterLimit)
        {
            findings.Warn(codes.ListCut, "chapters");
            return false;
        }

        if (startMs is >= 0 and < 1e12)
        {
            long start = (long)Math.Round(startMs);
            long? end = endMs is { } given && given >= startMs && given < 1e12 ? (long)Math.Round(given) : null;
            _chapters.Add(new MediaChapter(CleanText.Line(title, TitleLimit), start, end));
        }

        return true;
    }

    public void AddPicture(EmbeddedPicture picture)
    {
        if (_pictures.Count < PictureLimit)
        {
            _pictures.Add(picture);
        }
    }
}
