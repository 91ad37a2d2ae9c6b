using System.Text;
using System.Text.Json;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Export;

/// <summary>Everything there is to know, for programs: one document, a book a line.</summary>
internal sealed class JsonExport : IExportWriter
{
    public ExportResumption Resumption => ExportResumption.GoesOn;

    public async Task BeginAsync(Stream target, ExportHead head, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Serialize(head, ApiJson.Options);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text[..^1] + ",\"books\":["), cancellationToken);
    }

    public async Task WriteAsync(Stream target, ExportedBook book, long position, CancellationToken cancellationToken)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(position == 0 ? "\n" : ",\n"), cancellationToken);
        await JsonSerializer.SerializeAsync(target, book, ApiJson.Options, cancellationToken);
    }

    public async Task EndAsync(Stream target, CancellationToken cancellationToken) =>
        await target.WriteAsync("\n]}\n"u8.ToArray(), cancellationToken);

    public void Dispose()
    {
        // Nothing is held.
    }
}
