using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Colophon.Formats.Media;
using Colophon.Formats.Pictures;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Mp4;

/// <summary>
/// The items of a <c>meta</c> box (QuickTime File Format, Metadata; iTunes): texts, numbers, freeform items
/// (<c>----:com.apple.iTunes:SERIES</c>), the place of the cover.
/// </summary>
internal sealed class Mp4Items(MediaBytes bytes, MediaDraft draft)
{
    private const int TextLimit = 256 * 1024;
    private const int KeyLimit = 1_000;

    private static readonly FrozenDictionary<string, string> _names = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["©nam"] = TagNames.Title,
        ["©alb"] = TagNames.Album,
        ["©ART"] = TagNames.Artist,
        ["aART"] = TagNames.AlbumArtist,
        ["©wrt"] = TagNames.Composer,
        ["©com"] = TagNames.Composer,
        ["©nrt"] = TagNames.Narrator,
        ["©st3"] = TagNames.Subtitle,
        ["©day"] = TagNames.Date,
        ["rldt"] = TagNames.ReleaseDate,
        ["©gen"] = TagNames.Genre,
        ["©cmt"] = TagNames.Comment,
        ["desc"] = TagNames.Description,
        ["©des"] = TagNames.Description,
        ["ldes"] = TagNames.LongDescription,
        ["sdes"] = TagNames.Description,
        ["©pub"] = TagNames.Publisher,
        ["cprt"] = TagNames.Copyright,
        ["©cpy"] = TagNames.Copyright,
        ["©grp"] = TagNames.Grouping,
        ["©mvn"] = TagNames.Movement,
        ["©mvi"] = TagNames.MovementNumber,
        ["©lng"] = TagNames.Language,
        ["tvsh"] = TagNames.Show,
        ["tvsn"] = TagNames.Season,
        ["tves"] = TagNames.Episode,
        ["tven"] = TagNames.EpisodeId,
        ["tvnn"] = TagNames.Network,
        ["sonm"] = TagNames.TitleSort,
        ["soal"] = TagNames.AlbumSort,
        ["soar"] = TagNames.ArtistSort,
        ["soaa"] = TagNames.AlbumArtistSort,
        ["CDEK"] = TagNames.Asin,
        ["asin"] = TagNames.Asin,
        ["cpil"] = TagNames.Compilation,
        ["©too"] = "ENCODER",
        ["stik"] = TagNames.MediaKind,
        ["tmpo"] = "BPM",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly List<string> _keys = [];

    /// <summary>Reads a <c>meta</c> box, with or without the four bytes that ISO puts before its boxes.</summary>
    public void Read(Mp4Box meta)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, meta, HeaderOf(meta)))
        {
            if (box.Type == "keys")
            {
                ReadKeys(box);
            }
            else if (box.Type == "ilst")
            {
                foreach (Mp4Box item in Mp4Boxes.Children(bytes, box))
                {
                    Take(item);
                }
            }
        }
    }

    /// <summary>Bytes before the boxes of a <c>meta</c> box.</summary>
    public int HeaderOf(Mp4Box meta) => bytes.Peek(meta.Start + 4, 4).SequenceEqual("hdlr"u8) ? 0 : 4;

    /// <summary>What an item is in the common vocabulary; null for what says nothing of it, pictures too.</summary>
    public string? NameOf(Mp4Box item) =>
        item.Type switch
        {
            "trkn" => TagNames.Track,
            "disk" => TagNames.Disc,
            "gnre" => TagNames.Genre,
            "----" => TagNames.Of(FreeformName(item)),
            _ => (_names.GetValueOrDefault(item.Type) ?? Key(item.Type)) is { } name ? TagNames.Of(name) : null,
        };

    /// <summary>The same for a text directly in <c>udta</c>.</summary>
    public static string? NameOfText(Mp4Box box) => box.Type[0] == '©' ? _names.GetValueOrDefault(box.Type) : null;

    /// <summary>QuickTime's older way: texts directly in <c>udta</c>, each with its length and language.</summary>
    public void TakeQuickTimeText(Mp4Box box)
    {
        int length = (int)(bytes.UInt32(box.Start) >> 16);
        if (_names.GetValueOrDefault(box.Type) is { } name && length > 0 && length <= box.Length - 4)
        {
            ReadOnlySpan<byte> text = bytes.Peek(box.Start + 4, length);
            draft.Tags.Add(
                name,
                System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text)
            );
        }
    }

    public void ReadKeys(Mp4Box box)
    {
        foreach (Mp4Box key in Mp4Boxes.Children(bytes, box, skip: 8).Take(KeyLimit))
        {
            string name = Encoding.UTF8.GetString(bytes.Peek(key.Start, (int)Math.Min(key.Length, 200)));
            _keys.Add(name[(name.LastIndexOf('.') + 1)..]);
        }
    }

    private void Take(Mp4Box item)
    {
        switch (item.Type)
        {
            case "covr":
                TakeCover(item);
                break;
            case "trkn":
                TakePair(item, TagNames.Track);
                break;
            case "disk":
                TakePair(item, TagNames.Disc);
                break;
            case "gnre":
                if (Content(item) is { Length: >= 2 } genre)
                {
                    // iTunes counts from one
                    draft.Tags.Add(TagNames.Genre, Id3Genres.Of(BinaryPrimitives.ReadUInt16BigEndian(genre) - 1));
                }

                break;
            case "----":
                TakeValues(item, FreeformName(item));
                break;
            default:
                TakeNamed(item);
                break;
        }
    }

    private void TakeNamed(Mp4Box item)
    {
        string? name = _names.GetValueOrDefault(item.Type) ?? Key(item.Type);
        if (name is not null)
        {
            TakeValues(item, name);
        }
    }

    /// <summary>Items that are numbered after a list of keys have the number as their type.</summary>
    private string? Key(string type)
    {
        uint number = BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(type));
        return number >= 1 && number <= _keys.Count ? _keys[(int)number - 1] : null;
    }

    private string FreeformName(Mp4Box item)
    {
        string name = "";
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, item))
        {
            if (box.Type == "name" && box.Length > 4)
            {
                name = Encoding.UTF8.GetString(bytes.Peek(box.Start + 4, (int)Math.Min(box.Length - 4, 200)));
            }
        }

        return name;
    }

    private void TakeValues(Mp4Box item, string name)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, item))
        {
            if (box.Type == "data" && box.Length >= 8)
            {
                uint type = bytes.UInt32(box.Start) & 0xFF_FFFF;
                draft.Tags.Add(name, Text(bytes.Copy(box.Start + 8, box.Length - 8, TextLimit), type));
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> content, uint type)
    {
        bool isNumber = type is 21 or 22 || (type == 0 && content.Length is 1 or 2);
        if (isNumber)
        {
            long number = 0;
            foreach (byte digit in content[..Math.Min(content.Length, 7)])
            {
                number = (number << 8) | digit;
            }

            return number.ToString(CultureInfo.InvariantCulture);
        }

        return type == 2 ? Encoding.BigEndianUnicode.GetString(content)
            : System.Text.Unicode.Utf8.IsValid(content) ? Encoding.UTF8.GetString(content)
            : Encoding.Latin1.GetString(content);
    }

    private void TakePair(Mp4Box item, string name)
    {
        if (Content(item) is { Length: >= 4 } pair)
        {
            int number = BinaryPrimitives.ReadUInt16BigEndian(pair.AsSpan(2));
            int total = pair.Length >= 6 ? BinaryPrimitives.ReadUInt16BigEndian(pair.AsSpan(4)) : 0;
            draft.Tags.Add(name, string.Create(CultureInfo.InvariantCulture, $"{number}/{total}"));
        }
    }

    private byte[]? Content(Mp4Box item) =>
        Mp4Boxes.Find(bytes, item, "data") is { Length: >= 8 } data
            ? bytes.Copy(data.Start + 8, data.Length - 8, 64)
            : null;

    private void TakeCover(Mp4Box item)
    {
        foreach (Mp4Box box in Mp4Boxes.Children(bytes, item))
        {
            if (box.Type != "data" || box.Length <= 8)
            {
                continue;
            }

            if (!box.IsCut && PictureFacts.Sniff(bytes.Peek(box.Start + 8, 64)) is not null)
            {
                long length = box.Length - 8;
                draft.AddPicture(new EmbeddedPicture("covr", box.Start + 8, length, length, PictureMethods.Stored));
            }
            else if (draft.Pictures.Count == 0)
            {
                draft.Findings.Warn(draft.Codes.PictureUnsupported);
            }
        }
    }
}
