using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>
/// Writes sidecars. Equal documents have equal bytes: there is no time in them and no order but the given one, so that
/// whoever writes can tell whether anything changed.
/// </summary>
public static class SidecarWriter
{
    // Beside media, read by people: letters of all scripts as they are.
    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = SidecarFormat.MaxDepth,
    };

    /// <summary>The bytes of the file, with a right checksum.</summary>
    public static byte[] Write(SidecarDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteNumber(SidecarFormat.VersionName, SidecarFormat.Version);
            json.WriteString(
                SidecarFormat.Of,
                document.Subject == SidecarSubject.Item ? SidecarFormat.Item : SidecarFormat.File
            );
            WriteFields(json, SidecarFormat.Fields, document.Fields);
            if (document.Locks.Count > 0)
            {
                WriteFields(json, SidecarFormat.Locks, document.Locks);
            }

            if (document.Cover is { } cover)
            {
                json.WriteStartObject(SidecarFormat.Cover);
                json.WriteString(SidecarFormat.Source, cover.Source);
                json.WriteString(SidecarFormat.Origin, cover.Origin);
                json.WriteEndObject();
            }

            json.WriteString(SidecarFormat.Checksum, SidecarChecksum.Unsaid);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        byte[] bytes = buffer.WrittenSpan.ToArray();
        SidecarChecksum.Seal(bytes);
        return bytes;
    }

    private static void WriteFields(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<SidecarField> fields)
    {
        json.WriteStartObject(name);
        foreach (SidecarField field in fields)
        {
            json.WriteStartObject(field.Name);
            json.WritePropertyName(SidecarFormat.Value);
            field.Value.WriteTo(json);
            if (field.Source is { } source)
            {
                json.WriteString(SidecarFormat.Source, source);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
