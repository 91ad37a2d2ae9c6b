namespace Colophon.Formats.Naming.Releases;

/// <summary>What a word of a release is about.</summary>
public enum ReleaseWordKind
{
    /// <summary>1080p, 4K.</summary>
    Resolution,

    /// <summary>BluRay, WEB-DL.</summary>
    Source,

    /// <summary>REMUX.</summary>
    Remux,

    /// <summary>x264.</summary>
    VideoCodec,

    /// <summary>10bit.</summary>
    BitDepth,

    /// <summary>HDR10.</summary>
    Hdr,

    /// <summary>DTS-HD MA.</summary>
    AudioCodec,

    /// <summary>5.1.</summary>
    AudioChannels,

    /// <summary>Half-SBS.</summary>
    ThreeD,

    /// <summary>Director's Cut.</summary>
    Edition,

    /// <summary>GERMAN.</summary>
    Language,

    /// <summary>AMZN.</summary>
    Service,

    /// <summary>PROPER.</summary>
    Repair,

    /// <summary>Says nothing that is kept: INTERNAL, subs.</summary>
    Remark,
}

/// <summary>How far a word is to be trusted.</summary>
internal enum ReleaseWordTrust
{
    /// <summary>No title has it, so what follows is no title either.</summary>
    Sure,

    /// <summary>Titles have it too; it counts beside other words of a release.</summary>
    Weak,

    /// <summary>As <see cref="Weak"/>, and only in capitals: short codes that are words of some language.</summary>
    Capitals,
}

/// <summary>A word of a release, or several that are one, where it stands in a name.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Value">What it means; for editions and remarks what it says.</param>
public sealed record ReleaseWord(int Start, int End, ReleaseWordKind Kind, string Value)
{
    internal ReleaseWordTrust Trust { get; init; }

    /// <summary>Places among the words of the name, first and behind the last.</summary>
    internal (int First, int Behind) Tokens { get; init; }
}
