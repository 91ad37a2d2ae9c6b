using System.Text;

namespace Colophon.Server.Platform.Native;

/// <summary>Poppler's programs over one PDF, each bounded: a file that makes one hang or swell costs that file.</summary>
public static class Poppler
{
    private const long Memory = 1L << 30;
    private const long TextOutput = 4L << 20;
    private const int CoverHeight = 1600;

    private static readonly ToolLimits ForText = new(TimeSpan.FromSeconds(10), Memory, TextOutput);
    private static readonly ToolLimits ForPicture = new(TimeSpan.FromSeconds(20), Memory, long.MaxValue);

    /// <summary>Document information, with the program's complaints among it.</summary>
    public static (ToolEnd End, string Text) Information(string path, CancellationToken cancellationToken) =>
        Text(["pdfinfo", "-enc", "UTF-8", "-isodates", path], ToolComplaints.Kept, cancellationToken);

    /// <summary>The metadata stream.</summary>
    public static (ToolEnd End, string Text) Metadata(string path, CancellationToken cancellationToken) =>
        Text(["pdfinfo", "-enc", "UTF-8", "-meta", path], ToolComplaints.Dropped, cancellationToken);

    /// <summary>A document whose end is the outline.</summary>
    public static (ToolEnd End, string Text) Outline(string path, CancellationToken cancellationToken) =>
        Text(
            ["pdftohtml", "-xml", "-i", "-q", "-stdout", "-f", "1", "-l", "1", path],
            ToolComplaints.Dropped,
            cancellationToken
        );

    /// <summary>The first page as a JPEG.</summary>
    public static ToolEnd FirstPage(string path, SpanTaker take, CancellationToken cancellationToken) =>
        Tool.Run(
            ["pdftoppm", "-q", "-f", "1", "-l", "1", "-singlefile", "-jpeg", "-scale-to", $"{CoverHeight}", path],
            ForPicture,
            ToolComplaints.Dropped,
            take,
            cancellationToken
        );

    private static (ToolEnd End, string Text) Text(
        IReadOnlyList<string> command,
        ToolComplaints complaints,
        CancellationToken cancellationToken
    )
    {
        using var output = new MemoryStream();
        var end = Tool.Run(command, ForText, complaints, output.Write, cancellationToken);
        return (end, Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length));
    }
}
