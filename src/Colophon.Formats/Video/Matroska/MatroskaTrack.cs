using Colophon.Formats.Books;
using Colophon.Formats.Media;
using Colophon.Formats.Media.Codecs;
using Colophon.Formats.Text;

namespace Colophon.Formats.Video.Matroska;

/// <summary>A track entry (RFC 9559, 5.1.4.1).</summary>
internal sealed class MatroskaTrack
{
    private const int TitleLimit = 1_000;
    private const double Second = 1e9;

    // what stands in the file when nothing is said
    private const string DefaultLanguage = "eng";
    private const double DefaultSampling = 8_000;

    // types of additions to blocks: Dolby Vision by the names of its boxes, and terminal codes of ITU-T T.35
    private const ulong DvcC = 0x64766343;
    private const ulong DvvC = 0x64767643;
    private const ulong DvwC = 0x64767743;
    private const ulong TerminalCodes = 4;

    private readonly VideoFacts _facts = new();
    private string _codecId = "";
    private byte[] _private = [];
    private string _language = DefaultLanguage;
    private string? _tag;
    private string? _name;
    private StreamRoles _roles = StreamRoles.Default;
    private ulong _defaultDuration;
    private (int Width, int Height) _pixels;
    private (int Width, int Height) _display;
    private bool _isInPixels = true;
    private double _frameRate;
    private double _sampling = DefaultSampling;
    private double _outputSampling;
    private int? _channels = 1;
    private int? _bitDepth;

    public ulong Uid { get; private set; }

    /// <summary>Null for what is no stream: buttons, control tracks.</summary>
    public StreamType? Type { get; private set; }

    public bool IsEncrypted { get; private set; }

    public static MatroskaTrack Read(Ebml ebml, EbmlElement entry)
    {
        var track = new MatroskaTrack();
        foreach (EbmlElement element in ebml.Children(entry))
        {
            track.Take(ebml, element);
        }

        return track;
    }

    public MediaStream ToStream(int index, MatroskaStatistics? statistics)
    {
        var stream = new MediaStream(index, Type!.Value)
        {
            Codec = MatroskaCodecs.Name(_codecId, _private, _bitDepth),
            BitRate = statistics?.BitRate,
            Language = LanguageTag.Normalise(_tag ?? _language),
            Title = CleanText.LineOrNull(_name, TitleLimit),
        };
        stream = stream.With(_roles);
        return Type switch
        {
            StreamType.Video => Picture(stream, statistics),
            StreamType.Audio => Sound(stream),
            _ => stream,
        };
    }

    private void Take(Ebml ebml, EbmlElement element)
    {
        switch (element.Id)
        {
            case MatroskaIds.TrackUid:
                Uid = ebml.UInt(element);
                break;
            case MatroskaIds.TrackType:
                Type = ebml.UInt(element) switch
                {
                    1 => StreamType.Video,
                    2 => StreamType.Audio,
                    0x11 => StreamType.Subtitle,
                    _ => null,
                };
                break;
            case MatroskaIds.CodecId:
                _codecId = ebml.Text(element);
                break;
            case MatroskaIds.CodecPrivate:
                _private = ebml.Content(element, VideoConfiguration.Limit);
                break;
            case MatroskaIds.Name:
                _name = ebml.Text(element);
                break;
            case MatroskaIds.Language:
                _language = ebml.Text(element);
                break;
            case MatroskaIds.LanguageBcp47:
                _tag = ebml.Text(element);
                break;
            case MatroskaIds.DefaultDuration:
                _defaultDuration = ebml.UInt(element);
                break;
            case MatroskaIds.Video:
                TakeVideo(ebml, element);
                break;
            case MatroskaIds.Audio:
                TakeAudio(ebml, element);
                break;
            case MatroskaIds.BlockAdditionMapping:
                TakeAddition(ebml, element);
                break;
            case MatroskaIds.ContentEncodings:
                IsEncrypted = ebml.Children(element)
                    .Where(encoding => encoding.Id == MatroskaIds.ContentEncoding)
                    .SelectMany(ebml.Children)
                    .Any(part => part.Id == MatroskaIds.ContentEncryption);
                break;
            default:
                TakeFlag(ebml, element);
                break;
        }
    }

    private void TakeFlag(Ebml ebml, EbmlElement element)
    {
        StreamRoles role = element.Id switch
        {
            MatroskaIds.FlagDefault => StreamRoles.Default,
            MatroskaIds.FlagForced => StreamRoles.Forced,
            MatroskaIds.FlagHearingImpaired => StreamRoles.HearingImpaired,
            MatroskaIds.FlagVisualImpaired => StreamRoles.VisualImpaired,
            MatroskaIds.FlagOriginal => StreamRoles.Original,
            MatroskaIds.FlagCommentary => StreamRoles.Commentary,
            _ => StreamRoles.None,
        };
        if (role != StreamRoles.None)
        {
            _roles = ebml.Flag(element) ? _roles | role : _roles & ~role;
        }
    }

    private void TakeVideo(Ebml ebml, EbmlElement video)
    {
        foreach (EbmlElement element in ebml.Children(video))
        {
            switch (element.Id)
            {
                case MatroskaIds.PixelWidth:
                    _pixels.Width = ebml.Int(element) ?? 0;
                    break;
                case MatroskaIds.PixelHeight:
                    _pixels.Height = ebml.Int(element) ?? 0;
                    break;
                case MatroskaIds.DisplayWidth:
                    _display.Width = ebml.Int(element) ?? 0;
                    break;
                case MatroskaIds.DisplayHeight:
                    _display.Height = ebml.Int(element) ?? 0;
                    break;
                case MatroskaIds.DisplayUnit:
                    _isInPixels = ebml.UInt(element) == 0;
                    break;
                case MatroskaIds.FrameRate:
                    _frameRate = ebml.Float(element);
                    break;
                case MatroskaIds.Colour:
                    TakeColour(ebml, element);
                    break;
            }
        }
    }

    private void TakeColour(Ebml ebml, EbmlElement colour)
    {
        foreach (EbmlElement element in ebml.Children(colour))
        {
            if (element.Id == MatroskaIds.TransferCharacteristics)
            {
                _facts.Transfer = ebml.Int(element);
            }
            else if (element.Id == MatroskaIds.BitsPerChannel && ebml.Int(element) is >= 8 and <= 16 and var bits)
            {
                _facts.BitDepth = bits;
            }
        }
    }

    private void TakeAudio(Ebml ebml, EbmlElement audio)
    {
        foreach (EbmlElement element in ebml.Children(audio))
        {
            switch (element.Id)
            {
                case MatroskaIds.SamplingFrequency:
                    _sampling = ebml.Float(element);
                    break;
                case MatroskaIds.OutputSamplingFrequency:
                    _outputSampling = ebml.Float(element);
                    break;
                case MatroskaIds.Channels:
                    _channels = ebml.Int(element);
                    break;
                case MatroskaIds.BitDepth:
                    _bitDepth = ebml.Int(element);
                    break;
            }
        }
    }

    private void TakeAddition(Ebml ebml, EbmlElement mapping)
    {
        ulong type = 0;
        byte[] data = [];
        foreach (EbmlElement element in ebml.Children(mapping))
        {
            type = element.Id == MatroskaIds.BlockAddIdType ? ebml.UInt(element) : type;
            data = element.Id == MatroskaIds.BlockAddIdExtraData ? ebml.Content(element, 64) : data;
        }

        if (type is DvcC or DvvC or DvwC)
        {
            _facts.DolbyVision = DolbyVision.Parse(data) ?? _facts.DolbyVision;
        }

        // the only codes that films carry so are those of ST 2094-40
        _facts.HasDynamicMetadata |= type == TerminalCodes;
    }

    private MediaStream Picture(MediaStream stream, MatroskaStatistics? statistics)
    {
        double? rate =
            _defaultDuration > 0 ? Second / _defaultDuration
            : _frameRate > 0 ? _frameRate
            : statistics?.FrameRate;
        stream = stream with { Width = _pixels.Width, Height = _pixels.Height, FrameRate = Rates.Rounded(rate) };
        MatroskaCodecs.ReadPrivate(stream.Codec, _codecId, _private, _facts);
        stream = _facts.AddTo(stream);
        return _isInPixels ? stream.Shown(_display.Width, _display.Height) : stream;
    }

    private MediaStream Sound(MediaStream stream)
    {
        AudioFacts facts = MatroskaCodecs.SoundOf(stream.Codec, _codecId, _private);
        double rate = facts.SampleRate ?? (_outputSampling > 0 ? _outputSampling : _sampling);
        int? channels = facts.Channels ?? (_channels is > 0 and < 256 ? _channels : null);
        bool isLossless = stream.Codec is "flac" or "alac" or "truehd" or "mlp" or "wavpack" or "tta";
        return stream with
        {
            Profile = facts.Profile,
            Channels = channels,
            SampleRate = rate is >= 1 and < 10_000_000 ? (int)Math.Round(rate) : null,
            Layout = facts.Layout ?? ChannelLayouts.Of(stream.Codec, channels),
            BitDepth =
                facts.BitDepth
                ?? AudioConfiguration.DepthOfPcm(stream.Codec)
                ?? (isLossless && _bitDepth is > 0 and <= 64 ? _bitDepth : null),
        };
    }
}
