namespace Colophon.Formats.Audio.Mp4;

/// <summary>
/// MP4 and QuickTime (ISO/IEC 14496-12): the movie box wherever it stands, its tracks, tags and chapters. The sample tables of
/// audio and the samples themselves are jumped over, so that a book of ten hours costs no more than one of a minute.
/// </summary>
internal static class Mp4Reader
{
    private const int TrackLimit = 256;

    public static void Read(AudioBytes bytes, AudioDraft draft)
    {
        Mp4Box? movie = null;
        bool isCut = false;
        foreach (Mp4Box box in Mp4Boxes.Walk(bytes, 0, bytes.Length))
        {
            isCut |= box.IsCut;
            movie ??= box.Type == "moov" ? box : null;
            if (box.Type == "ftyp" && bytes.Peek(box.Start, 4).StartsWith("aax"u8))
            {
                draft.Findings.Fail(FindingCodes.AudioEncrypted);
            }
        }

        if (movie is not { } found)
        {
            draft.Findings.Fail(isCut ? FindingCodes.AudioTruncated : FindingCodes.AudioNoStream);
            return;
        }

        if (isCut)
        {
            draft.Findings.Warn(FindingCodes.AudioTruncated);
        }

        ReadMovie(bytes, draft, found);
    }

    private static void ReadMovie(AudioBytes bytes, AudioDraft draft, Mp4Box movie)
    {
        var items = new Mp4Items(bytes, draft);
        var tracks = new List<Mp4Track>();
        double? seconds = null;
        Mp4Box? nero = null;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, movie))
        {
            switch (box.Type)
            {
                case "mvhd":
                    (uint scale, ulong duration) = Mp4Track.Times(bytes, box);
                    seconds = scale > 0 && duration > 0 ? duration / (double)scale : seconds;
                    break;
                case "mvex":
                    seconds ??= Fragmented(bytes, box, movie);
                    break;
                case "trak" when tracks.Count < TrackLimit:
                    tracks.Add(Mp4Track.Read(bytes, box));
                    break;
                case "meta":
                    items.Read(box);
                    break;
                case "udta":
                    nero ??= ReadUserData(bytes, items, box);
                    break;
            }
        }

        TakeStream(bytes, draft, tracks, seconds);
        TakeChapters(bytes, draft, tracks, nero);
    }

    private static Mp4Box? ReadUserData(AudioBytes bytes, Mp4Items items, Mp4Box userData)
    {
        Mp4Box? nero = null;
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, userData))
        {
            if (box.Type == "meta")
            {
                items.Read(box);
            }
            else if (box.Type == "chpl")
            {
                nero = box;
            }
            else if (box.Type[0] == '©')
            {
                items.TakeQuickTimeText(box);
            }
        }

        return nero;
    }

    /// <summary>A fragmented file says its length apart, in units of the movie.</summary>
    private static double? Fragmented(AudioBytes bytes, Mp4Box extends, Mp4Box movie)
    {
        if (
            Mp4Boxes.Find(bytes, extends, "mehd") is not { } header
            || Mp4Boxes.Find(bytes, movie, "mvhd") is not { } movieHeader
        )
        {
            return null;
        }

        (uint scale, _) = Mp4Track.Times(bytes, movieHeader);
        bool isLong = bytes.Byte(header.Start) == 1;
        ulong duration = isLong ? bytes.UInt64(header.Start + 4) : bytes.UInt32(header.Start + 4);
        return scale > 0 && duration > 0 ? duration / (double)scale : null;
    }

    private static void TakeStream(AudioBytes bytes, AudioDraft draft, List<Mp4Track> tracks, double? movieSeconds)
    {
        if (tracks.Find(track => track.Handler == "soun") is not { } audio)
        {
            return;
        }

        AudioStream? facts = null;
        if (audio.SampleTable is { } table && Mp4Boxes.Find(bytes, table, "stsd") is { } descriptions)
        {
            facts = Mp4Sample.Read(bytes, descriptions, out bool isEncrypted);
            if (isEncrypted)
            {
                draft.Findings.Fail(FindingCodes.AudioEncrypted);
            }
        }

        if (facts is null)
        {
            return;
        }

        double? seconds = audio.Seconds ?? movieSeconds;
        draft.Stream = facts with
        {
            DurationSeconds = seconds,
            BitRate = facts.BitRate ?? (seconds is > 0 ? (long)(bytes.Length * 8 / seconds) : null),
            SampleRate =
                facts.SampleRate ?? (audio.TimeScale > 0 ? (int)Math.Min(audio.TimeScale, int.MaxValue) : null),
        };
        if (audio.Language is { } language)
        {
            draft.Tags.Add("TRACKLANGUAGE", language); // many programs write "eng" into everything, so it is no tag
        }
    }

    /// <summary>The chapter track counts more: it has no limit of 255 chapters and 255 bytes.</summary>
    private static void TakeChapters(AudioBytes bytes, AudioDraft draft, List<Mp4Track> tracks, Mp4Box? nero)
    {
        IEnumerable<Mp4Track> chapterTracks = tracks
            .SelectMany(track => track.ChapterTracks)
            .Distinct()
            .Select(id => tracks.Find(track => track.Id == id))
            .OfType<Mp4Track>()
            .Where(track => track.Handler is "text" or "sbtl" or "subt");
        if (chapterTracks.FirstOrDefault() is { } chapters)
        {
            Mp4Chapters.ReadTrack(bytes, chapters, draft);
        }

        if (draft.ChapterCount == 0 && nero is { } box)
        {
            Mp4Chapters.ReadNero(bytes, box, draft);
        }
    }
}
