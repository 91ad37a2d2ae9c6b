using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

[assembly: DisableRuntimeMarshalling]

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>
/// The calls that a prepared statement is made of. A scan makes some three hundred a book: through the provider each would go
/// over an interface, count the references of a handle, and make an array of every text.
/// </summary>
internal static unsafe partial class SqliteCalls
{
    private const int SmallText = 512;

    /// <summary>SQLite keeps a copy of its own.</summary>
    private const nint Copied = -1;

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_bind_int64")]
    public static partial int BindInt64(nint statement, int parameter, long value);

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_bind_double")]
    public static partial int BindDouble(nint statement, int parameter, double value);

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_bind_null")]
    public static partial int BindNull(nint statement, int parameter);

    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_column_int64")]
    public static partial long ColumnInt64(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_column_type")]
    public static partial int ColumnType(nint statement, int column);

    public static int BindText(nint statement, int parameter, string value)
    {
        if (value.Length > SmallText / 3)
            return BindLongText(statement, parameter, value);
        var utf8 = stackalloc byte[SmallText];
        return BindText(
            statement,
            parameter,
            utf8,
            Encoding.UTF8.GetBytes(value, new Span<byte>(utf8, SmallText)),
            Copied
        );
    }

    public static int BindBlob(nint statement, int parameter, ReadOnlySpan<byte> value)
    {
        // Without an address SQLite takes it for null.
        byte nothing;
        fixed (byte* first = value)
            return BindBlob(statement, parameter, first is null ? &nothing : first, value.Length, Copied);
    }

    public static string ColumnText(nint statement, int column)
    {
        var text = ColumnUtf8(statement, column);
        return Encoding.UTF8.GetString(text, ColumnBytes(statement, column));
    }

    private static int BindLongText(nint statement, int parameter, string value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(value, buffer);
            fixed (byte* utf8 = buffer)
                return BindText(statement, parameter, utf8, length, Copied);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int parameter, byte* text, int bytes, nint destructor);

    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_bind_blob")]
    private static partial int BindBlob(nint statement, int parameter, byte* first, int bytes, nint destructor);

    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_column_text")]
    private static partial byte* ColumnUtf8(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(SqliteNative.SystemLibrary, EntryPoint = "sqlite3_column_bytes")]
    private static partial int ColumnBytes(nint statement, int column);
}
