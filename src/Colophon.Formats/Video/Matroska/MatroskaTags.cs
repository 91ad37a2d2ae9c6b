using System.Globalization;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Video.Matroska;

/// <summary>What a program counted when it wrote a track.</summary>
internal sealed class MatroskaStatistics
{
    public long? BitRate { get; set; }

    public double? Seconds { get; set; }

    public long? Frames { get; set; }

    public double? FrameRate => Frames is > 0 && Seconds is > 0 ? Frames / Seconds : null;
}

/// <summary>
/// Tags (https://www.matroska.org/technical/tagging.html). The level of their target says what they are about: 30 a track of
/// an album, 50 the film or episode, 60 the season, 70 the show.
/// </summary>
internal sealed class MatroskaTags(Ebml ebml)
{
    private const int OfTrack = 30;
    private const int OfFilm = 50;
    private const int OfSeason = 60;
    private const int OfShow = 70;
    private const int ValueLimit = 2_000;
    private const int NameLimit = 64;

    private readonly Dictionary<ulong, MatroskaStatistics> _statistics = [];
    private readonly List<(int Level, string Name, string Value)> _values = [];

    public MatroskaStatistics? Of(ulong track) => _statistics.GetValueOrDefault(track);

    public void Read(EbmlElement tags)
    {
        foreach (EbmlElement tag in ebml.Children(tags))
        {
            if (tag.Id == MatroskaIds.Tag)
            {
                ReadTag(tag);
            }
        }
    }

    /// <summary>Hands over what is about the whole file.</summary>
    /// <param name="title">Of the segment. It counts before the film's and behind that of a piece of music.</param>
    public void AddTo(TagDraft tags, string? title)
    {
        bool isMusic = _values.Exists(value => value is { Level: OfTrack, Name: TagNames.Title });
        foreach ((int level, string name, string value) in _values.Where(value => value.Level == OfTrack))
        {
            tags.Add(name == "PARTNUMBER" ? TagNames.Track : name, value);
        }

        tags.Add(TagNames.Title, title);
        foreach ((int level, string name, string value) in _values.Where(value => value.Level != OfTrack))
        {
            if (NameOf(level, name, isMusic) is { } known)
            {
                tags.Add(known, value);
            }
        }
    }

    private static string? NameOf(int level, string name, bool isMusic) =>
        (level, name) switch
        {
            (OfFilm, TagNames.Title) => isMusic ? TagNames.Album : name,
            (OfFilm, "PARTNUMBER") => isMusic ? TagNames.Disc : TagNames.Episode,
            (OfFilm, "TOTALPARTS") => isMusic ? TagNames.TrackTotal : null,
            (OfFilm, "DATERELEASED") => TagNames.Date,
            (OfFilm, "SUMMARY") => TagNames.LongDescription,
            (OfFilm, _) => name,
            (OfSeason, "PARTNUMBER") => TagNames.Season,
            (OfShow, TagNames.Title) => TagNames.Show,
            (OfShow, TagNames.Genre) => name,
            (OfSeason or OfShow, "IMDB" or "TMDB" or "TVDB" or "TVDB2") => level == OfShow
                ? $"SHOW{name}"
                : $"SEASON{name}",
            _ => null,
        };

    private void ReadTag(EbmlElement tag)
    {
        int level = OfFilm;
        bool isOfPart = false;
        var tracks = new List<ulong>();
        foreach (EbmlElement element in ebml.Children(tag))
        {
            if (element.Id == MatroskaIds.SimpleTag)
            {
                ReadValue(element, level, tracks, isOfPart);
            }
            else if (element.Id == MatroskaIds.Targets)
            {
                (level, isOfPart) = ReadTargets(element, tracks);
            }
        }
    }

    private (int Level, bool IsOfPart) ReadTargets(EbmlElement targets, List<ulong> tracks)
    {
        (int level, bool isOfPart) = (OfFilm, false);
        foreach (EbmlElement element in ebml.Children(targets))
        {
            switch (element.Id)
            {
                case MatroskaIds.TargetTypeValue:
                    level = ebml.Int(element) is > 0 and var value ? value : level;
                    break;
                case MatroskaIds.TagTrackUid when ebml.UInt(element) is > 0 and var uid:
                    tracks.Add(uid);
                    break;
                case MatroskaIds.TagChapterUid
                or MatroskaIds.TagEditionUid
                or MatroskaIds.TagAttachmentUid when ebml.Flag(element):
                    isOfPart = true;
                    break;
            }
        }

        return (level, isOfPart);
    }

    private void ReadValue(EbmlElement tag, int level, List<ulong> tracks, bool isOfPart)
    {
        (string name, string value) = ("", "");
        foreach (EbmlElement element in ebml.Children(tag))
        {
            name = element.Id == MatroskaIds.TagName ? ebml.Text(element) : name;
            value = element.Id == MatroskaIds.TagString ? ebml.Text(element) : value;
        }

        if (tracks.Count > 0)
        {
            foreach (ulong track in tracks)
            {
                Count(track, name, value);
            }
        }
        else if (!isOfPart && _values.Count < ValueLimit)
        {
            _values.Add((level, TagNames.Of(name.AsSpan(0, Math.Min(name.Length, NameLimit))), value));
        }
    }

    private void Count(ulong track, string name, string value)
    {
        if (!_statistics.TryGetValue(track, out MatroskaStatistics? statistics))
        {
            if (_statistics.Count == VideoDraft.StreamLimit)
            {
                return;
            }

            _statistics[track] = statistics = new MatroskaStatistics();
        }

        // some programs put a language behind the name
        switch (name.Split('-')[0])
        {
            case "BPS" when Number(value) is { } rate:
                statistics.BitRate = rate;
                break;
            case "NUMBER_OF_FRAMES" when Number(value) is { } frames:
                statistics.Frames = frames;
                break;
            case "DURATION":
                statistics.Seconds = Seconds(value) ?? statistics.Seconds;
                break;
        }
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
            ? number
            : null;

    /// <summary>Hours, minutes and seconds with nine digits behind the point.</summary>
    private static double? Seconds(string text)
    {
        string[] parts = text.Split(':');
        if (
            parts.Length != 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            || !double.TryParse(
                parts[2],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out double seconds
            )
        )
        {
            return null;
        }

        double whole = (hours * 3600.0) + (minutes * 60.0) + seconds;
        return whole is > 0 and < 1e9 ? whole : null;
    }
}
