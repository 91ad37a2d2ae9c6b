using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Text;

namespace Colophon.Formats.Pdf;

/// <summary>The lines of <c>pdfinfo</c>: a name, a colon, a value. A value may hold line breaks; the rest of it is passed over.</summary>
internal sealed partial class PdfInfo
{
    private const int LineLimit = 8_000;
    private const int MostLines = 2_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? Title => Of("Title");

    public string? Author => Of("Author");

    public string? Subject => Of("Subject");

    public string? Keywords => Of("Keywords");

    public int? PageCount =>
        int.TryParse(Of("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out int pages) && pages > 0
            ? pages
            : null;

    public PdfPageSize? PageSize =>
        Of("Page size") is { } text
        && Size().Match(text) is { Success: true } match
        && PdfReader.Number(match.Groups[1].Value) is { } width
        && PdfReader.Number(match.Groups[2].Value) is { } height
            ? new PdfPageSize(width, height)
            : null;

    public PdfEncryption Encryption =>
        Of("Encrypted")?.StartsWith("yes", StringComparison.Ordinal) == true
            ? PdfEncryption.Open
            : PdfEncryption.Unguarded;

    /// <summary>The last thing it complained about.</summary>
    public string? Complaint { get; private set; }

    /// <summary>A finding's code when the file cannot be read.</summary>
    public string? Refusal =>
        Complaint?.Contains("Incorrect password", StringComparison.Ordinal) == true ? FindingCodes.PdfEncrypted
        : PageCount is null ? FindingCodes.PdfDamaged
        : null;

    public static PdfInfo Parse(string text)
    {
        var info = new PdfInfo();
        foreach (ReadOnlySpan<char> line in Bounded(text).EnumerateLines())
        {
            if (info._values.Count > MostLines)
            {
                break;
            }

            info.Take(line.Length > LineLimit ? line[..LineLimit] : line);
        }

        return info;
    }

    private void Take(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0)
        {
            return;
        }

        string name = line[..colon].Trim().ToString();
        string value = CleanText.Line(line[(colon + 1)..].Trim().ToString(), LineLimit);
        if (
            name.StartsWith("Syntax Error", StringComparison.Ordinal)
            || name is "Command Line Error" or "I/O Error" or "Error"
        )
        {
            // a wrong password is the reason for all that comes after it
            Complaint = Complaint?.Contains("password", StringComparison.Ordinal) == true ? Complaint : value;
        }
        else if (value.Length > 0)
        {
            _values.TryAdd(name, value);
        }
    }

    private static ReadOnlySpan<char> Bounded(string text) =>
        text.AsSpan(0, Math.Min(text.Length, PdfReader.OutputLimit));

    private string? Of(string name) => _values.GetValueOrDefault(name);

    [GeneratedRegex(@"^([\d.]{1,12}) x ([\d.]{1,12}) pts", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
