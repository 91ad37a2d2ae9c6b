using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Colophon.Server.Metadata.Json;

/// <summary>JSON text from and to the store without reflection, over buffers each thread keeps.</summary>
internal static class JsonText
{
    /// <summary>As deep as the writer goes, so that what was written can be read.</summary>
    private const int MaxDepth = 1000;
    private const int KeptBytes = 1 << 20;
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = MaxDepth,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public delegate T Reading<out T>(ref Utf8JsonReader reader);

    public static string Write<T>(T what, Action<Utf8JsonWriter, T> write) =>
        Write(what, write, static bytes => Encoding.UTF8.GetString(bytes.WrittenSpan));

    public static JsonElement ToElement<T>(T what, Action<Utf8JsonWriter, T> write) =>
        Write(what, write, static bytes => JsonElement.Parse(bytes.WrittenSpan));

    private static TResult Write<T, TResult>(
        T what,
        Action<Utf8JsonWriter, T> write,
        Func<ArrayBufferWriter<byte>, TResult> result
    )
    {
        // Taken while in use: a write that throws leaves nothing half-written for the next.
        var (bytes, json) = (buffer ?? new(4096), writer);
        (buffer, writer) = (null, null);
        json ??= new(bytes, WriterOptions);
        bytes.ResetWrittenCount();
        json.Reset(bytes);
        write(json, what);
        json.Flush();
        var written = result(bytes);
        if (bytes.Capacity <= KeptBytes)
            (buffer, writer) = (bytes, json);
        return written;
    }

    /// <summary>Reads one JSON value.</summary>
    /// <exception cref="JsonException">The text is not what was written.</exception>
    public static T Read<T>(string json, Reading<T> read)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(json, bytes);
            var reader = new Utf8JsonReader(bytes.AsSpan(0, length), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            return read(ref reader);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Steps to the next member of an object; false at its end. The reader then stands on the name.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps to the next element of an array; false at its end.</summary>
    public static bool NextElement(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
            throw new JsonException($"{token} was expected at byte {reader.TokenStartIndex}, not {reader.TokenType}.");
    }

    /// <summary>The field a member name names; null for one the table has no more, whose value is to be skipped.</summary>
    public static FieldName? FieldName(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[64];
        return reader.ValueSpan.Length <= name.Length ? Fields.NameOf(name[..reader.CopyString(name)]) : null;
    }
}
