using Colophon.Server.Artwork;

namespace Colophon.Server.Export;

/// <summary>A form an export may have.</summary>
/// <param name="Name">As jobs name it. Persisted.</param>
/// <param name="Make">One for each run: it may remember what it wrote.</param>
internal sealed record ExportForm(
    string Name,
    string Extension,
    string MediaType,
    Func<ExportPlace, IExportWriter> Make
);

/// <summary>What a writer may need beside the books.</summary>
/// <param name="TemporaryFolder">For what does not fit into memory.</param>
internal sealed record ExportPlace(string TemporaryFolder, CacheStore Covers);

/// <summary>Writes books one after the other, in memory that does not grow with them.</summary>
internal interface IExportWriter : IDisposable
{
    /// <summary>Whether a run that was interrupted goes on where it stood, or begins anew.</summary>
    ExportResumption Resumption { get; }

    Task BeginAsync(Stream target, ExportHead head, CancellationToken cancellationToken);

    /// <param name="position">0 for the first book of the export.</param>
    Task WriteAsync(Stream target, ExportedBook book, long position, CancellationToken cancellationToken);

    Task EndAsync(Stream target, CancellationToken cancellationToken);
}

internal enum ExportResumption
{
    GoesOn,
    BeginsAnew,
}

/// <summary>What stands at the beginning of an export.</summary>
internal sealed record ExportHead(int Version, DateTimeOffset ExportedAt, IReadOnlyList<ExportedLibrary> Libraries);

internal static class ExportForms
{
    public static IReadOnlyList<ExportForm> All { get; } =
    [
        new("json", "json", "application/json", _ => new JsonExport()),
        new("csv", "csv", "text/csv", _ => new CsvExport()),
        new("opf", "zip", "application/zip", place => new OpfExport(place)),
    ];

    public static string Names => "json, csv or opf";

    public static ExportForm? Find(string? name) => All.FirstOrDefault(form => form.Name == name);
}
