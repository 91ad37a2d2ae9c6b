using Colophon.Formats.Media;
using Colophon.Formats.Mp4;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>A file as it is to be written.</summary>
internal readonly record struct Mp4Layout(Mp4Pieces Pieces, Mp4Shift Shift);

/// <summary>
/// Arranges an MP4 with other items (ISO/IEC 14496-12): the movie box is put together anew around the items, all else is a
/// range of the source. Where the movie stands before the samples, the places of chunks (<c>stco</c>, <c>co64</c>) move.
/// </summary>
internal sealed class Mp4Writer
{
    private static readonly string[] _wayToTables = ["mdia", "minf", "stbl"];

    private readonly MediaBytes _bytes;
    private readonly Mp4Changes _changes;
    private readonly Mp4Items _names;
    private bool _isWritten;

    public Mp4Writer(MediaBytes bytes, Mp4Changes changes)
    {
        (_bytes, _changes) = (bytes, changes);
        _names = new Mp4Items(bytes, new AudioDraft("mp4", new FindingList()));
        _isWritten = changes.Items.Count == 0;
    }

    /// <summary>Null when it can be written.</summary>
    public Finding? Arrange(out Mp4Layout layout)
    {
        layout = default;
        Mp4Box? movie = null;
        (long at, long start) = (0, 0);
        foreach (Mp4Box box in Mp4Boxes.Walk(_bytes, 0, _bytes.Length))
        {
            if (box.Type is "moof" or "mfra" or "meta")
            {
                // they hold places of their own
                return AudioWriter.Unwritable(box.Type == "meta" ? "places of items" : "in fragments");
            }

            if (box.Type == "moov" && movie is null)
            {
                (movie, start) = (box, at);
            }

            at = box.End;
        }

        if (movie is not { IsCut: false } found)
        {
            return FindingList.Make(FindingCodes.AudioTruncated, FindingSeverity.Fatal);
        }

        var whole = new Mp4Pieces();
        whole.Take(0, start);
        whole.AddBox("moov", Movie(found));
        long by = whole.Length - found.End;
        whole.Take(found.End, _bytes.Length);
        layout = new Mp4Layout(whole, new Mp4Shift(found.End, by));
        return whole.IsFull ? AudioWriter.Unwritable("too many boxes") : null;
    }

    private Mp4Pieces Movie(Mp4Box movie)
    {
        var head = new Mp4Pieces();
        var content = new Mp4Pieces();
        long at = movie.Start;
        foreach (Mp4Box box in Mp4Boxes.Children(_bytes, movie))
        {
            TakeInMovie(at == movie.Start && box.Type == "mvhd" ? head : content, box, at);
            at = box.End;
        }

        content.Take(at, movie.End);
        if (!_isWritten)
        {
            // not at the end: the last box may say that it goes on for ever
            var userData = new Mp4Pieces();
            AddMeta(userData);
            head.AddBox("udta", userData);
        }

        head.Add(content);
        return head;
    }

    private void TakeInMovie(Mp4Pieces movie, Mp4Box box, long start)
    {
        switch (box.Type)
        {
            case "trak":
                TakeTrack(movie, box, start);
                break;
            case "udta":
                movie.AddBox("udta", UserData(box));
                break;
            case "meta":
                movie.AddBox("meta", Meta(box));
                break;
            default:
                movie.Take(start, box.End);
                break;
        }
    }

    private void TakeTrack(Mp4Pieces movie, Mp4Box track, long start)
    {
        long at = start;
        foreach (Mp4Box table in Tables(track, 0))
        {
            int width = table.Type == "stco" ? 4 : 8;
            long first = Math.Min(table.Start + 8, table.End);
            long count = Math.Min(_bytes.UInt32(table.Start + 4), (table.End - first) / width);
            movie.Take(at, first);
            at = first + (count * width);
            movie.TakePlaces(first, at, width);
        }

        movie.Take(at, track.End);
    }

    private IEnumerable<Mp4Box> Tables(Mp4Box box, int level) =>
        level == _wayToTables.Length
            ? Mp4Boxes.Children(_bytes, box).Where(table => table.Type is "stco" or "co64")
            : Mp4Boxes
                .Children(_bytes, box)
                .Where(inner => inner.Type == _wayToTables[level])
                .SelectMany(inner => Tables(inner, level + 1));

    private Mp4Pieces UserData(Mp4Box userData)
    {
        var content = new Mp4Pieces();
        long at = userData.Start;
        foreach (Mp4Box box in Mp4Boxes.Children(_bytes, userData))
        {
            if (box.Type == "meta")
            {
                content.AddBox("meta", Meta(box));
            }
            else if (!_changes.Replaces(Mp4Items.NameOfText(box)))
            {
                content.Take(at, box.End);
            }

            at = box.End;
        }

        content.Take(at, userData.End);
        var whole = new Mp4Pieces();
        AddMeta(whole);
        whole.Add(content);
        return whole;
    }

    private Mp4Pieces Meta(Mp4Box meta)
    {
        var content = new Mp4Pieces();
        long at = Math.Min(meta.Start + _names.HeaderOf(meta), meta.End);
        content.Take(meta.Start, at);
        bool isKeyed = false;
        foreach (Mp4Box box in Mp4Boxes.Walk(_bytes, at, meta.End))
        {
            if (box.Type == "ilst")
            {
                content.AddBox("ilst", Items(box, isKeyed));
            }
            else
            {
                content.Take(at, box.End);
            }

            if (box.Type == "keys")
            {
                isKeyed = true;
                _names.ReadKeys(box);
            }

            at = box.End;
        }

        content.Take(at, meta.End);
        return content;
    }

    /// <param name="isKeyed">Then the items are named by a list of keys, and new ones do not belong among them.</param>
    private Mp4Pieces Items(Mp4Box list, bool isKeyed)
    {
        var content = new Mp4Pieces();
        if (!isKeyed)
        {
            AddItems(content);
        }

        long at = list.Start;
        foreach (Mp4Box item in Mp4Boxes.Children(_bytes, list))
        {
            bool goes = item.Type == "covr" ? _changes.ReplacesCover : _changes.Replaces(_names.NameOf(item));
            if (!goes)
            {
                content.Take(at, item.End);
            }

            at = item.End;
        }

        content.Take(at, list.End);
        return content;
    }

    private void AddItems(Mp4Pieces list)
    {
        if (!_isWritten)
        {
            _isWritten = true;
            foreach (byte[] item in _changes.Items)
            {
                list.Add(item);
            }
        }
    }

    private void AddMeta(Mp4Pieces userData)
    {
        if (_isWritten)
        {
            return;
        }

        var items = new Mp4Pieces();
        AddItems(items);
        var meta = new Mp4Pieces();
        meta.Add(new byte[4]);
        meta.Add(Mp4ItemBoxes.Handler);
        meta.AddBox("ilst", items);
        userData.AddBox("meta", meta);
    }
}
