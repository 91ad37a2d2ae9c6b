using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Pdf;

/// <summary>
/// Makes a book of what poppler's <c>pdfinfo</c> and <c>pdftohtml</c> print. PDF is the one format that is not read in
/// process: its parsers are large and have been broken too often. This class only reads their text, which is foreign too.
/// </summary>
public static partial class PdfReader
{
    /// <summary>Characters of output that are looked at.</summary>
    public const int OutputLimit = 4 * 1024 * 1024;

    private const int TextLimit = 1_000;
    private const int DescriptionLimit = 32_000;
    private const int NameLimit = 500;
    private const int ListLimit = 200;

    /// <summary>Never throws. Fatal: no PDF, damaged beyond repair, or a password is needed.</summary>
    public static Reading<PdfBook> Read(PdfOutput output, CancellationToken cancellationToken)
    {
        var findings = new FindingList();
        PdfBook? book = null;
        try
        {
            PdfInfo info = PdfInfo.Parse(output.Info);
            if (info.Refusal is { } code)
            {
                findings.Fail(code, info.Complaint);
            }
            else
            {
                PdfXmp xmp = PdfXmp.Parse(output.Metadata, findings, cancellationToken);
                book = Merge(info, xmp, findings) with
                {
                    Chapters = PdfOutline.Parse(output.Outline, info.PageCount, findings, cancellationToken),
                };
            }
        }
        catch (OperationCanceledException)
        {
            book = null;
            findings.Fail(FindingCodes.ReadTimeout);
        }

        return findings.With(book);
    }

    private static PdfBook Merge(PdfInfo info, PdfXmp xmp, FindingList findings)
    {
        string? title = Title(xmp.Title, findings) ?? Title(info.Title, findings);
        return new PdfBook(
            title,
            xmp.Creators.Count > 0 ? xmp.Creators : Names(info.Author),
            SafeHtml.Clean(xmp.Description ?? Description(info, title), DescriptionLimit),
            xmp.Subjects.Count > 0 ? xmp.Subjects : Keywords(info.Keywords),
            xmp.Publisher,
            xmp.Published,
            LanguageTag.Normalise(xmp.Language),
            xmp.Series,
            Identifiers(xmp, findings),
            [],
            info.PageCount,
            info.PageSize,
            info.Encryption
        );
    }

    /// <summary>What programs put there by themselves is no title.</summary>
    private static string? Title(string? text, FindingList findings)
    {
        string? title = CleanText.LineOrNull(text, TextLimit);
        if (title is null || !(Junk().IsMatch(title) || !title.Any(char.IsLetterOrDigit)))
        {
            return title;
        }

        findings.Warn(FindingCodes.PdfTitleJunk, CleanText.Line(title, 100));
        return null;
    }

    /// <summary>The subject of an old file is as often its genre as a sentence about it: only what reads like one is taken.</summary>
    private static string? Description(PdfInfo info, string? title) =>
        info.Subject is { Length: >= 40 } subject && subject != title ? subject : null;

    private static List<string> Names(string? text) =>
        [
            .. Between()
                .Split(CleanText.Line(text, TextLimit))
                .Select(name => CleanText.Line(name, NameLimit))
                .Where(name => name.Any(char.IsLetter))
                .Distinct(StringComparer.Ordinal)
                .Take(ListLimit),
        ];

    private static List<string> Keywords(string? text) =>
        [
            .. CleanText
                .Line(text, DescriptionLimit)
                .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(word => word.Length <= NameLimit)
                .Distinct(StringComparer.Ordinal)
                .Take(ListLimit),
        ];

    private static List<BookIdentifier> Identifiers(PdfXmp xmp, FindingList findings)
    {
        var identifiers = new List<BookIdentifier>();
        foreach ((string? scheme, string value) in xmp.Identifiers)
        {
            if (BookIdentifiers.Parse(value, scheme) is { } identifier && !identifiers.Contains(identifier))
            {
                identifiers.Add(identifier);
            }

            if (BookIdentifiers.IsWrongIsbn(value, scheme))
            {
                findings.Warn(FindingCodes.PdfIsbnInvalid, CleanText.Line(value, 60));
            }
        }

        return identifiers;
    }

    internal static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? number
            : null;

    [GeneratedRegex(
        @"^(?:microsoft\s+(?:office\s+)?(?:word|powerpoint|excel|publisher)\s+-.*|untitled(?:[ -_]?document)?[ -_]?\d*|(?:document|presentation|slide|drawing|book|folie|dokument|page|layout|cover)[ -_]?\d+|title|none|null|unknown|.*\.(?:docx?|dotx?|indd|qxd|qxp|pdf|tex|dvi|odt|rtf|pptx?|xlsx?|ps|eps|txt|pub|fm|cdr|ai|pages|p65|pmd|htm|html|wpd|cwk|tif|jpe?g|png))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Junk();

    [GeneratedRegex(@"\s*(?:;|&|\band\b)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
