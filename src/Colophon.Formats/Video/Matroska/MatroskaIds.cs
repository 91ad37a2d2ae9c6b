namespace Colophon.Formats.Video.Matroska;

/// <summary>Ids of the elements that are read (RFC 9559, 5).</summary>
internal static class MatroskaIds
{
    public const uint Header = 0x1A45DFA3;
    public const uint DocType = 0x4282;
    public const uint Segment = 0x18538067;

    public const uint SeekHead = 0x114D9B74;
    public const uint Seek = 0x4DBB;
    public const uint SeekId = 0x53AB;
    public const uint SeekPosition = 0x53AC;

    public const uint Info = 0x1549A966;
    public const uint TimestampScale = 0x2AD7B1;
    public const uint Duration = 0x4489;
    public const uint Title = 0x7BA9;

    public const uint Cluster = 0x1F43B675;

    public const uint Tracks = 0x1654AE6B;
    public const uint TrackEntry = 0xAE;
    public const uint TrackUid = 0x73C5;
    public const uint TrackType = 0x83;
    public const uint FlagDefault = 0x88;
    public const uint FlagForced = 0x55AA;
    public const uint FlagHearingImpaired = 0x55AB;
    public const uint FlagVisualImpaired = 0x55AC;
    public const uint FlagOriginal = 0x55AE;
    public const uint FlagCommentary = 0x55AF;
    public const uint DefaultDuration = 0x23E383;
    public const uint Name = 0x536E;
    public const uint Language = 0x22B59C;
    public const uint LanguageBcp47 = 0x22B59D;
    public const uint CodecId = 0x86;
    public const uint CodecPrivate = 0x63A2;
    public const uint ContentEncodings = 0x6D80;
    public const uint ContentEncoding = 0x6240;
    public const uint ContentEncryption = 0x5035;

    public const uint Video = 0xE0;
    public const uint PixelWidth = 0xB0;
    public const uint PixelHeight = 0xBA;
    public const uint DisplayWidth = 0x54B0;
    public const uint DisplayHeight = 0x54BA;
    public const uint DisplayUnit = 0x54B2;
    public const uint FrameRate = 0x2383E3;
    public const uint Colour = 0x55B0;
    public const uint BitsPerChannel = 0x55B2;
    public const uint TransferCharacteristics = 0x55BA;

    public const uint Audio = 0xE1;
    public const uint SamplingFrequency = 0xB5;
    public const uint OutputSamplingFrequency = 0x78B5;
    public const uint Channels = 0x9F;
    public const uint BitDepth = 0x6264;

    public const uint BlockAdditionMapping = 0x41E4;
    public const uint BlockAddIdType = 0x41E7;
    public const uint BlockAddIdExtraData = 0x41ED;

    public const uint Chapters = 0x1043A770;
    public const uint EditionEntry = 0x45B9;
    public const uint EditionFlagHidden = 0x45BD;
    public const uint EditionFlagDefault = 0x45DB;
    public const uint ChapterAtom = 0xB6;
    public const uint ChapterTimeStart = 0x91;
    public const uint ChapterTimeEnd = 0x92;
    public const uint ChapterFlagHidden = 0x98;
    public const uint ChapterDisplay = 0x80;
    public const uint ChapString = 0x85;

    public const uint Tags = 0x1254C367;
    public const uint Tag = 0x7373;
    public const uint Targets = 0x63C0;
    public const uint TargetTypeValue = 0x68CA;
    public const uint TagTrackUid = 0x63C5;
    public const uint TagEditionUid = 0x63C9;
    public const uint TagChapterUid = 0x63C4;
    public const uint TagAttachmentUid = 0x63C6;
    public const uint SimpleTag = 0x67C8;
    public const uint TagName = 0x45A3;
    public const uint TagString = 0x4487;

    public const uint Attachments = 0x1941A469;
    public const uint AttachedFile = 0x61A7;
    public const uint FileName = 0x466E;
    public const uint FileMediaType = 0x4660;
    public const uint FileData = 0x465C;
}
