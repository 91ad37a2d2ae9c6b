using System.Text;
using System.Text.RegularExpressions;

namespace Colophon.Formats.Subtitles;

/// <summary>
/// Tells a subtitle by its content. What looks like a page of the web, like a film or like nothing known is none, whatever its
/// name says.
/// </summary>
public static partial class SubtitleSniffer
{
    /// <summary>Bytes that are enough to see a first cue behind a header.</summary>
    public const int SniffLength = 64 * 1024;

    private const int PageStart = 512;

    private static readonly string[] _pages = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?php"];

    // Kinds that are text without a mark of their own: here the name has to be believed.
    private static readonly string[] _unmarked = [".sub", ".usf", ".mpl2", ".mpsub", ".jss", ".psb", ".pjs"];

    /// <summary>The extension that its content asks for, with the dot; null for what is no subtitle.</summary>
    /// <param name="head">The file or its first bytes, best <see cref="SniffLength"/> of them.</param>
    /// <param name="name">Of the file; only its extension counts, and only where the content does not say.</param>
    public static string? ExtensionOf(ReadOnlySpan<byte> head, string name)
    {
        string extension = Path.GetExtension(name).ToLowerInvariant();
        head = head[..Math.Min(head.Length, SniffLength)];
        return head.StartsWith("PG"u8) && IsGraphic(head) ? ".sup"
            : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) ? (HoldsNoPicture(head) ? ".sub" : null)
            : head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? (extension == ".mks" ? ".mks" : null)
            : TextOf(head) is { } text ? OfText(text, extension)
            : null;
    }

    /// <summary>A segment of a Blu-ray's subtitle: a time and a kind follow the mark.</summary>
    private static bool IsGraphic(ReadOnlySpan<byte> head) =>
        head.Length > 13 && head[10] is 0x14 or 0x15 or 0x16 or 0x17 or 0x80;

    /// <summary>Subtitles of DVDs lie in the same container as their films: a stream of pictures makes the difference.</summary>
    private static bool HoldsNoPicture(ReadOnlySpan<byte> head)
    {
        for (int i = 0; i + 3 < head.Length; i++)
        {
            if (head[i] == 0 && head[i + 1] == 0 && head[i + 2] == 1 && head[i + 3] is >= 0xE0 and <= 0xEF)
            {
                return false;
            }
        }

        return head.IndexOf((ReadOnlySpan<byte>)[0, 0, 1, 0xBD]) > 0;
    }

    /// <summary>Null when it is not text. The marks that are looked for are ASCII, whatever the rest is written in.</summary>
    private static string? TextOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(head[2..]);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(head[2..]);
        }

        head = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        return head.Contains((byte)0) ? null : Encoding.Latin1.GetString(head);
    }

    private static string? OfText(string text, string extension)
    {
        string start = text.TrimStart();
        if (start.StartsWith("<SAMI", StringComparison.OrdinalIgnoreCase))
        {
            return ".smi"; // it has a head and a body as pages do
        }

        string beginning = start[..Math.Min(start.Length, PageStart)];
        if (start.Length == 0 || _pages.Any(page => beginning.Contains(page, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return start.StartsWith("WEBVTT", StringComparison.Ordinal) ? ".vtt"
            : start.StartsWith("[Script Info]", StringComparison.OrdinalIgnoreCase) ? OfScript(text)
            : TimedTextPattern().IsMatch(beginning) ? ".ttml"
            : CuePattern().IsMatch(text) ? ".srt"
            : FramesPattern().IsMatch(start) ? ".sub"
            : _unmarked.Contains(extension) ? extension
            : null;
    }

    private static string OfScript(string text) =>
        text.Contains("v4.00+", StringComparison.OrdinalIgnoreCase) || !text.Contains("v4.00", StringComparison.Ordinal)
            ? ".ass"
            : ".ssa";

    [GeneratedRegex(@"[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}[,.:][0-9]{1,3}\s{0,8}-->", RegexOptions.CultureInvariant)]
    private static partial Regex CuePattern();

    [GeneratedRegex(@"^\{[0-9]{1,9}\}\{[0-9]{0,9}\}", RegexOptions.CultureInvariant)]
    private static partial Regex FramesPattern();

    [GeneratedRegex(@"<(?:tt|[A-Za-z]{1,10}:tt)[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex TimedTextPattern();
}
