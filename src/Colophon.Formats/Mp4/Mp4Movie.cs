using System.Text;
using Colophon.Formats.Media;

namespace Colophon.Formats.Mp4;

/// <summary>
/// An MP4 or QuickTime file (ISO/IEC 14496-12): the movie box wherever it stands, its tracks, tags and chapters. The samples
/// themselves and the tables of their places are jumped over, so that a film of ten hours costs no more than one of a minute.
/// </summary>
internal sealed class Mp4Movie
{
    private const int TrackLimit = 256;

    private readonly List<Mp4Track> _tracks = [];
    private Mp4Box? _nero;
    private double? _ownSeconds;

    private Mp4Movie() { }

    /// <summary>Of <c>ftyp</c>; empty when there is none.</summary>
    public string Brand { get; private set; } = "";

    /// <summary>QuickTime is older than the brands.</summary>
    public bool IsQuickTime => Brand is "qt  " or "";

    /// <summary>Whether there is a movie box. What is told of one that is missing is a fatal finding.</summary>
    public bool IsThere { get; private set; }

    public IReadOnlyList<Mp4Track> Tracks => _tracks;

    /// <summary>Of the whole, by the header or by the fragments.</summary>
    public double? Seconds { get; private set; }

    public Mp4Fragments Fragments { get; } = new();

    /// <summary>Tracks whose samples are chapters of another track.</summary>
    public IReadOnlySet<uint> ChapterTracks => _tracks.SelectMany(track => track.ChapterTracks).ToHashSet();

    /// <summary>Reads all but the streams; tags, pictures and chapters go to the draft.</summary>
    public static Mp4Movie Read(MediaBytes bytes, MediaDraft draft)
    {
        var movie = new Mp4Movie();
        bool isCut = false;
        foreach (Mp4Box box in Mp4Boxes.Walk(bytes, 0, bytes.Length))
        {
            isCut |= box.IsCut;
            movie.Take(bytes, draft, box);
            if (box.Type == "moof" && movie is { IsThere: true, Fragments.Seconds: not null })
            {
                break; // thousands may follow, and all they could say is the length
            }
        }

        if (!movie.IsThere)
        {
            draft.Findings.Fail(isCut ? draft.Codes.Truncated : draft.Codes.NoStream);
            return movie;
        }

        if (isCut)
        {
            draft.Findings.Warn(draft.Codes.Truncated);
        }

        movie.Fragments.ReadLength(bytes, movie._tracks);
        movie.Seconds =
            movie.Fragments.Seconds is { } seconds && !(seconds < movie._ownSeconds) ? seconds : movie._ownSeconds;
        movie.TakeChapters(bytes, draft);
        return movie;
    }

    private void Take(MediaBytes bytes, MediaDraft draft, Mp4Box box)
    {
        switch (box.Type)
        {
            case "ftyp":
                Brand = Encoding.Latin1.GetString(bytes.Peek(box.Start, 4));
                break;
            case "moov" when !IsThere:
                IsThere = true;
                ReadMovie(bytes, draft, box);
                break;
            case "sidx":
                Fragments.ReadIndex(bytes, box);
                break;
            case "moof":
                Fragments.Note(box);
                break;
        }
    }

    private void ReadMovie(MediaBytes bytes, MediaDraft draft, Mp4Box movie)
    {
        var items = new Mp4Items(bytes, draft);
        uint scale = 0;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, movie))
        {
            switch (box.Type)
            {
                case "mvhd":
                    (scale, ulong duration) = Mp4Track.Times(bytes, box);
                    _ownSeconds = scale > 0 && duration > 0 ? duration / (double)scale : _ownSeconds;
                    break;
                case "mvex":
                    Fragments.ReadExtends(bytes, box, scale);
                    break;
                case "trak" when _tracks.Count < TrackLimit:
                    _tracks.Add(Mp4Track.Read(bytes, box, IsQuickTime));
                    break;
                case "meta":
                    items.Read(box);
                    break;
                case "udta":
                    ReadUserData(bytes, items, box);
                    break;
            }
        }
    }

    private void ReadUserData(MediaBytes bytes, Mp4Items items, Mp4Box userData)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, userData))
        {
            if (box.Type == "meta")
            {
                items.Read(box);
            }
            else if (box.Type == "chpl")
            {
                _nero ??= box;
            }
            else if (box.Type[0] == '©')
            {
                items.TakeQuickTimeText(box);
            }
        }
    }

    /// <summary>The chapter track counts more: it has no limit of 255 chapters and 255 bytes.</summary>
    private void TakeChapters(MediaBytes bytes, MediaDraft draft)
    {
        IEnumerable<Mp4Track> chapterTracks = _tracks
            .SelectMany(track => track.ChapterTracks)
            .Distinct()
            .Select(id => _tracks.Find(track => track.Id == id))
            .OfType<Mp4Track>()
            .Where(track => track.Handler is "text" or "sbtl" or "subt");
        if (chapterTracks.FirstOrDefault() is { } chapters)
        {
            Mp4Chapters.ReadTrack(bytes, chapters, draft);
        }

        if (draft.ChapterCount == 0 && _nero is { } box)
        {
            Mp4Chapters.ReadNero(bytes, box, draft);
        }
    }
}
