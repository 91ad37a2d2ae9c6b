using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Naming.Movies;

/// <summary>Puts together what the names of a file and of its folder say of the release: the nearer one first.</summary>
internal static class MovieFacts
{
    public static ReleaseFacts Merged(ReleaseFacts near, ReleaseFacts far) =>
        ReferenceEquals(near, ReleaseFacts.None) ? far
        : ReferenceEquals(far, ReleaseFacts.None) ? near
        : near with
        {
            Resolution = near.Resolution ?? far.Resolution,
            Source = near.Source ?? far.Source,
            IsRemux = near.IsRemux || far.IsRemux,
            VideoCodec = near.VideoCodec ?? far.VideoCodec,
            BitDepth = near.BitDepth ?? far.BitDepth,
            Hdr = near.Hdr.Count > 0 ? near.Hdr : far.Hdr,
            AudioCodecs = near.AudioCodecs.Count > 0 ? near.AudioCodecs : far.AudioCodecs,
            AudioChannels = near.AudioChannels ?? far.AudioChannels,
            ThreeD = near.ThreeD ?? far.ThreeD,
            Languages = near.Languages.Count > 0 ? near.Languages : far.Languages,
            Service = near.Service ?? far.Service,
            IsRepaired = near.IsRepaired || far.IsRepaired,
            Group = near.Group ?? far.Group,
            Hash = near.Hash ?? far.Hash,
        };
}
