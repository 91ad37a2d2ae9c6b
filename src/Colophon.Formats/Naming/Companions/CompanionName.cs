namespace Colophon.Formats.Naming.Companions;

/// <summary>What a file beside a video adds to it.</summary>
public enum CompanionKind
{
    /// <summary>A subtitle.</summary>
    Subtitle,

    /// <summary>A sound track.</summary>
    Audio,
}

/// <summary>What the name of a subtitle or sound track says.</summary>
/// <param name="Video">The stem of the video it belongs to, as it was given; null when it is none of them.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Title">What is neither the video's name nor a language nor a flag.</param>
public sealed record CompanionName(
    CompanionKind Kind,
    string? Video,
    string? Language,
    string? Title,
    bool IsDefault,
    bool IsForced,
    bool IsHearingImpaired
);

/// <summary>The meaning of a companion's path and the rules that gave it.</summary>
/// <param name="Name">Null for a file that is neither subtitle nor sound.</param>
public sealed record CompanionExplanation(CompanionName? Name, IReadOnlyList<RuleHit> Rules);
