using Colophon.Formats.Audio;
using Colophon.Formats.Subtitles;
using Colophon.Jobs;
using Colophon.Server.Catalog;

namespace Colophon.Server.Artwork;

/// <summary>What an asset's bytes are, told by content.</summary>
/// <param name="Extension">With the dot.</param>
internal sealed record AssetContent(string Extension, int? Width, int? Height)
{
    /// <summary>A failure for what is something else than its type says.</summary>
    /// <param name="type">One of <see cref="AssetTypes"/>.</param>
    public static (AssetContent? Content, JobOutcome? Failure) Look(PictureSpool spool, string path, string type)
    {
        switch (type)
        {
            case AssetTypes.Subtitle:
                return SubtitleSniffer.ExtensionOf(spool.Head, path) is { } subtitle
                    ? (new AssetContent(subtitle, null, null), null)
                    : (null, Refused(AssetErrorCodes.NotASubtitle, path, "no subtitle", spool));
            case AssetTypes.Theme:
                return SoundSniffer.ExtensionOf(spool.Head) is { } sound
                    ? (new AssetContent(sound, null, null), null)
                    : (null, Refused(AssetErrorCodes.NotMusic, path, "no music", spool));
            default:
                var (facts, failure) = PictureSource.Look(spool, path);
                return (facts is null ? null : new AssetContent(facts.Extension, facts.Width, facts.Height), failure);
        }
    }

    private static JobOutcome Refused(string code, string path, string what, PictureSpool spool) =>
        JobOutcome.Dead(
            new JobError(
                code,
                spool.Length == 0 ? $"{path} is empty." : $"{path} holds {what}, whatever its name says."
            )
        );
}
