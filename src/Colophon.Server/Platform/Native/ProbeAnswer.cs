namespace Colophon.Server.Platform.Native;

/// <summary>How it went.</summary>
/// <param name="Code">Null: done. Else one of <see cref="ProbeCodes"/>.</param>
/// <param name="Message">What went wrong, for the log.</param>
public sealed record ProbeAnswer(string? Code, string? Message);

public static class ProbeCodes
{
    public const string Unknown = "probe.unknown_operation";
    public const string ToolMissing = "probe.tool_missing";
    public const string Unreadable = "probe.unreadable";
    public const string Crashed = "probe.crashed";
    public const string Timeout = "probe.timeout";

    /// <summary>What is asked for is not in the archive.</summary>
    public const string Missing = "probe.missing";

    public const string TooLarge = "probe.too_large";
}
