namespace Colophon.Formats.Media;

/// <summary>What a stream is for, as containers declare it.</summary>
[Flags]
internal enum StreamRoles
{
    None = 0,
    Default = 1,
    Forced = 2,
    HearingImpaired = 4,
    VisualImpaired = 8,
    Commentary = 16,
    Original = 32,
}

internal static class StreamRolesExtensions
{
    public static MediaStream With(this MediaStream stream, StreamRoles roles) =>
        stream with
        {
            IsDefault = roles.HasFlag(StreamRoles.Default),
            IsForced = roles.HasFlag(StreamRoles.Forced),
            IsHearingImpaired = roles.HasFlag(StreamRoles.HearingImpaired),
            IsVisualImpaired = roles.HasFlag(StreamRoles.VisualImpaired),
            IsCommentary = roles.HasFlag(StreamRoles.Commentary),
            IsOriginal = roles.HasFlag(StreamRoles.Original),
        };

    /// <summary>The size as shown, kept only where it is another one than the coded.</summary>
    public static MediaStream Shown(this MediaStream stream, int? width, int? height) =>
        width is not > 0
        || height is not > 0
        || (Math.Abs(width.Value - (stream.Width ?? 0)) <= 1 && Math.Abs(height.Value - (stream.Height ?? 0)) <= 1)
            ? stream
            : stream with
            {
                DisplayWidth = width,
                DisplayHeight = height,
            };
}
