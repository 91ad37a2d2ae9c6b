using System.Text.Json;
using Colophon.Formats.Media;
using Colophon.Jobs;

namespace Colophon.Server.Catalog.Shown;

/// <summary>A stream of a media file as the API shows it.</summary>
/// <param name="Type"><c>video</c>, <c>audio</c> or <c>subtitle</c>.</param>
/// <param name="Codec">By ffprobe's name.</param>
/// <param name="Hdr">The strongest kind: Dolby Vision, HDR10+, HDR10 or HLG; null when there is none.</param>
/// <param name="Channels">How many.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="ExternalPath">Of a file of its own beside the video; null inside it.</param>
public sealed record StreamShown(
    int Index,
    string Type,
    string? Codec,
    string? Profile,
    int? Width,
    int? Height,
    double? FrameRate,
    int? BitDepth,
    string? Hdr,
    int? Channels,
    string? Layout,
    int? SampleRate,
    long? BitRate,
    string? Language,
    string? Title,
    bool Default,
    bool Forced,
    bool HearingImpaired,
    bool Commentary,
    string? ExternalPath
)
{
    /// <param name="stored">As the catalog keeps them; null when they were not looked at.</param>
    /// <param name="beside">They count on from those inside.</param>
    internal static IReadOnlyList<StreamShown> Of(string? stored, IReadOnlyList<BesideStream> beside)
    {
        List<StreamShown> shown =
        [
            .. (stored is null ? null : JsonSerializer.Deserialize<List<MediaStream>>(stored, JobJson.Options))?.Select(
                Of
            ) ?? [],
        ];
        var next = shown.Count == 0 ? 0 : shown.Max(stream => stream.Index) + 1;
        shown.AddRange(
            beside.Select((found, i) => Of(found.Stream) with { Index = next + i, ExternalPath = found.Path })
        );
        return shown;
    }

    private static StreamShown Of(MediaStream stream) =>
        new(
            stream.Index,
            stream.Type.ToString().ToLowerInvariant(),
            stream.Codec,
            stream.Profile,
            stream.Width,
            stream.Height,
            stream.FrameRate,
            stream.BitDepth,
            HdrOf(stream.Hdr),
            stream.Channels,
            stream.Layout,
            stream.SampleRate,
            stream.BitRate,
            stream.Language,
            stream.Title,
            stream.IsDefault,
            stream.IsForced,
            stream.IsHearingImpaired,
            stream.IsCommentary,
            ExternalPath: null
        );

    private static string? HdrOf(HdrKinds kinds) =>
        kinds.HasFlag(HdrKinds.DolbyVision) ? "Dolby Vision"
        : kinds.HasFlag(HdrKinds.Hdr10Plus) ? "HDR10+"
        : kinds.HasFlag(HdrKinds.Hdr10) ? "HDR10"
        : kinds.HasFlag(HdrKinds.Hlg) ? "HLG"
        : null;
}
