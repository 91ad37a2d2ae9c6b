using System.Globalization;
using System.Text;
using Colophon.Server.Metadata;

namespace Colophon.Server.Export;

/// <summary>
/// A row a book, for spreadsheets (RFC 4180, UTF-8). Several names stand in one cell, parted by semicolons. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it: titles come from strangers' files.
/// </summary>
internal sealed class CsvExport : IExportWriter
{
    private static readonly (string Name, Func<ExportedBook, string?> Value)[] Columns =
    [
        ("id", book => book.Id.ToString(CultureInfo.InvariantCulture)),
        ("library_id", book => book.LibraryId.ToString(CultureInfo.InvariantCulture)),
        ("title", book => Text(book.Title)),
        ("sort_title", book => Text(Shown(book).Text(Fields.SortTitle))),
        ("subtitle", book => Text(Shown(book).Text(Fields.Subtitle))),
        ("authors", book => Joined(book.People.Where(person => person.Role == "author").Select(person => person.Name))),
        (
            "contributors",
            book =>
                Joined(
                    book.People.Where(person => person.Role != "author")
                        .Select(person => $"{person.Name} ({person.Role})")
                )
        ),
        ("series", book => Joined(book.Series.Select(series => series.Name))),
        ("number", book => string.Join("; ", book.Series.Select(series => Number(series.Number)))),
        ("genres", book => Joined(book.Terms.Where(term => term.Type == "genre").Select(term => term.Name))),
        ("tags", book => Joined(book.Terms.Where(term => term.Type == "tag").Select(term => term.Name))),
        ("publisher", book => Joined(book.Files.Select(file => File(file).Text(Fields.Publisher)))),
        ("release_date", book => Text(book.ReleaseDate)),
        ("language", book => Text(book.Language)),
        (
            "identifiers",
            book => Joined(book.Files.SelectMany(file => file.Identifiers).Select(one => $"{one.Type}:{one.Value}"))
        ),
        ("formats", book => Joined(book.Files.Select(file => file.Format))),
        ("paths", book => Joined(book.Files.Select(file => file.Path))),
        ("size_bytes", book => book.Files.Sum(file => file.Size).ToString(CultureInfo.InvariantCulture)),
        ("added_at", book => book.AddedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
    ];

    public ExportResumption Resumption => ExportResumption.GoesOn;

    public Task BeginAsync(Stream target, ExportHead head, CancellationToken cancellationToken) =>
        RowAsync(target, Columns.Select(column => column.Name), cancellationToken);

    public Task WriteAsync(Stream target, ExportedBook book, long position, CancellationToken cancellationToken) =>
        RowAsync(target, Columns.Select(column => column.Value(book) ?? ""), cancellationToken);

    public Task EndAsync(Stream target, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>What begins like a formula is said to be text.</summary>
    internal static string? Text(string? value) =>
        value is { Length: > 0 }
        && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            ? "'" + value
            : value;

    private static async Task RowAsync(Stream target, IEnumerable<string> cells, CancellationToken cancellationToken) =>
        await target.WriteAsync(
            Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Quoted)) + "\r\n"),
            cancellationToken
        );

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Joined(IEnumerable<string?> names) =>
        Text(string.Join("; ", names.OfType<string>().Distinct(StringComparer.Ordinal)));

    private static string Number(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static Merged Shown(ExportedBook book) => Merged.Parse(book.Metadata.GetRawText(), "{}");

    private static Merged File(ExportedFile file) => Merged.Parse(file.Metadata.GetRawText(), "{}");
}
