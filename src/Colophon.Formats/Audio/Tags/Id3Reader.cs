using System.Buffers.Binary;
using Colophon.Formats.Media;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Tags;

/// <summary>
/// ID3v2.2, 2.3 and 2.4 (https://id3.org/id3v2.4.0-structure and -frames, id3v2-chapters-1.0): texts, comments, chapters and
/// the place of the picture. Frames that are not asked for are jumped over.
/// </summary>
internal sealed class Id3Reader(MediaBytes bytes, AudioDraft draft)
{
    private const int TextLimit = 256 * 1024;
    private const int ChapterFrameLimit = 64 * 1024;
    private const int DecodeLimit = 32 * 1024 * 1024;

    private bool _hasFrontCover;
    private string? _dayAndMonth;

    /// <summary>Reads the tag that begins there, if one does; answers where it ends.</summary>
    public long Read(long start)
    {
        long end = Id3Tag.End(bytes, start);
        if (end == start)
        {
            return start;
        }

        ReadOnlySpan<byte> header = bytes.Peek(start, Id3Tag.HeaderLength);
        (int version, byte flags) = (header[3], header[5]);
        long declared = Id3Tag.Syncsafe(header[6..]);
        if (start + Id3Tag.HeaderLength + declared > bytes.Length)
        {
            draft.Findings.Warn(FindingCodes.AudioTagDamaged, "the ID3 tag is longer than the file");
            end = start + Id3Tag.HeaderLength; // where the audio begins is looked for
        }

        long length = Math.Min(declared, bytes.Length - start - Id3Tag.HeaderLength);
        if (Body(start + Id3Tag.HeaderLength, length, version, flags) is { } body)
        {
            bool areFramesUnsynchronised = version == 4 && (flags & 0x80) != 0;
            var frames = new Id3Frames(body, version, areFramesUnsynchronised, draft.Findings);
            foreach (Id3Frame frame in frames.Walk(ExtendedHeader(body, version, flags), body.Length))
            {
                bytes.ThrowIfCancelled();
                Take(frames, frame with { Id = Id3Names.Later(frame.Id) });
            }

            AddDayAndMonth();
        }

        return end;
    }

    private Id3Body? Body(long start, long length, int version, byte flags)
    {
        if (version == 2 && (flags & 0x40) != 0)
        {
            draft.Findings.Warn(FindingCodes.AudioTagDamaged, "a compressed ID3v2.2 tag");
            return null;
        }

        if (version == 4 || (flags & 0x80) == 0)
        {
            return Id3Body.InFile(bytes, start, length);
        }

        if (length > DecodeLimit)
        {
            draft.Findings.Warn(FindingCodes.AudioTagDamaged, "the ID3 tag is too large");
            return null;
        }

        return Id3Body.Decoded(bytes, start, bytes.Copy(start, length, DecodeLimit));
    }

    private static long ExtendedHeader(Id3Body body, int version, byte flags)
    {
        ReadOnlySpan<byte> size = body.Peek(0, 4);
        if (version == 2 || (flags & 0x40) == 0 || size.Length < 4)
        {
            return 0;
        }

        // 2.3 does not count the size itself, 2.4 does
        long length = version == 3 ? 4L + BinaryPrimitives.ReadUInt32BigEndian(size) : Id3Tag.Syncsafe(size);
        return length < body.Length ? length : 0;
    }

    private void Take(Id3Frames frames, Id3Frame frame)
    {
        switch (frame.Id)
        {
            case "APIC":
                TakePicture(frames, frame);
                break;
            case "TXXX":
                TakeNamed(frames.Content(frame, TextLimit));
                break;
            case "COMM":
                TakeComment(frames.Content(frame, TextLimit));
                break;
            case "CHAP":
                TakeChapter(frames, frame);
                break;
            case "UFID":
                TakeIdentity(frames.Content(frame, TextLimit));
                break;
            case "TDAT":
                _dayAndMonth = Id3Text.Values(frames.Content(frame, TextLimit)).FirstOrDefault();
                break;
            case "TCON":
                foreach (string value in Id3Text.Values(frames.Content(frame, TextLimit)))
                {
                    AddAll(TagNames.Genre, Id3Genres.Parse(value));
                }

                break;
            default:
                TakeText(frames, frame);
                break;
        }
    }

    private void TakeText(Id3Frames frames, Id3Frame frame)
    {
        if (Id3Names.Of(frame.Id) is { } name)
        {
            AddAll(name, Id3Text.Values(frames.Content(frame, TextLimit)));
        }
    }

    private void TakeNamed(byte[] content)
    {
        if (content.Length < 2)
        {
            return;
        }

        int at = 1;
        string name = Id3Text.Next(content, ref at, content[0]);
        byte[] values = [content[0], .. content.AsSpan(at)];
        AddAll(name, Id3Text.Values(values));
    }

    private void TakeComment(byte[] content)
    {
        if (content.Length < 5)
        {
            return;
        }

        int at = 4;
        string about = Id3Text.Next(content, ref at, content[0]);
        string text = Id3Text.Next(content, ref at, content[0]);
        bool isOfTool =
            about.StartsWith("iTun", StringComparison.Ordinal)
            || about.StartsWith("ID3v1", StringComparison.OrdinalIgnoreCase)
            || about.StartsWith("Songs-DB", StringComparison.Ordinal);
        if (!isOfTool)
        {
            draft.Tags.Add(TagNames.Comment, text);
        }
    }

    private void TakeIdentity(byte[] content)
    {
        int at = 0;
        if (Id3Text.Next(content, ref at, 0) == "http://musicbrainz.org" && at < content.Length)
        {
            draft.Tags.Add("MUSICBRAINZTRACKID", Id3Text.Decode(content.AsSpan(at), 0));
        }
    }

    private void TakeChapter(Id3Frames frames, Id3Frame frame)
    {
        byte[] content = frames.Content(
            frame with
            {
                Length = Math.Min(frame.Length, ChapterFrameLimit),
            },
            ChapterFrameLimit
        );
        int at = 0;
        _ = Id3Text.Next(content, ref at, 0);
        if (at + 16 > content.Length)
        {
            draft.Findings.Warn(FindingCodes.AudioChaptersDamaged);
            return;
        }

        uint start = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
        uint end = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at + 4));
        var inner = frames.Within(content[(at + 16)..]);
        string? title = null;
        foreach (Id3Frame part in inner.Walk(0, inner.Body.Length))
        {
            if (Id3Names.Later(part.Id) == "TIT2")
            {
                title ??= Id3Text.Values(inner.Content(part, TextLimit)).FirstOrDefault();
            }
        }

        draft.AddChapter(title, start, end);
    }

    private void TakePicture(Id3Frames frames, Id3Frame frame)
    {
        if (_hasFrontCover || frame.Length == 0)
        {
            return;
        }

        if ((frame.Packing & (Id3Packing.Compressed | Id3Packing.Encrypted)) != Id3Packing.Plain)
        {
            draft.Findings.Warn(FindingCodes.AudioPictureUnsupported);
            return;
        }

        if (Id3Picture.Locate(frames, frame, out bool isFront) is { } picture)
        {
            _hasFrontCover = isFront;
            draft.Cover = isFront ? picture : draft.Cover ?? picture;
        }
        else
        {
            draft.Findings.Warn(FindingCodes.AudioPictureUnsupported);
        }
    }

    private void AddAll(string name, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            draft.Tags.Add(name, value);
        }
    }

    /// <summary>ID3v2.3 keeps day and month apart from the year, as DDMM.</summary>
    private void AddDayAndMonth()
    {
        if (_dayAndMonth is { Length: 4 } text && text.All(char.IsAsciiDigit))
        {
            draft.Tags.Refine(TagNames.Date, year => $"{year}-{text[2..]}-{text[..2]}");
        }
    }
}
