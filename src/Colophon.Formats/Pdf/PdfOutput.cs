namespace Colophon.Formats.Pdf;

/// <summary>What poppler's programs printed about one file.</summary>
/// <param name="Info">Of <c>pdfinfo -enc UTF-8 -isodates</c>, its complaints among it.</param>
/// <param name="Metadata">Of <c>pdfinfo -meta</c>; empty when there is none.</param>
/// <param name="Outline">Of <c>pdftohtml -xml</c>; empty when it was not asked.</param>
public sealed record PdfOutput(string Info, string Metadata, string Outline);
