using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>The one place that knows which SQLite library runs: the system's, patched by the distribution.</summary>
internal static class SqliteNative
{
    private const string AskedFor = "e_sqlite3";
    public const string SystemLibrary = "libsqlite3.so.0";

    static SqliteNative()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        // Each connection is used by one thread at a time, and nobody asks how much memory SQLite holds:
        // without its mutexes and its count of bytes a statement costs a tenth less.
        Configure(raw.SQLITE_CONFIG_MULTITHREAD);
        Configure(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>Touch it before the first connection; the static constructor does the work once.</summary>
    public static void Load() { }

    private static void Configure(int option, int? value = null) =>
        SqliteException.ThrowExceptionForRC(
            value is { } given ? raw.sqlite3_config(option, given) : raw.sqlite3_config(option),
            db: null
        );

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == AskedFor && NativeLibrary.TryLoad(SystemLibrary, out var handle) ? handle : IntPtr.Zero;
}
