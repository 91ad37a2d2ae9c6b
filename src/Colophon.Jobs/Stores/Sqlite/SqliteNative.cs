using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>The one place that knows which SQLite library runs: the system's, patched by the distribution.</summary>
internal static class SqliteNative
{
    private const string AskedFor = "e_sqlite3";
    private const string SystemLibrary = "libsqlite3.so.0";

    static SqliteNative()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
    }

    /// <summary>Touch it before the first connection; the static constructor does the work once.</summary>
    public static void Load() { }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == AskedFor && NativeLibrary.TryLoad(SystemLibrary, out var handle) ? handle : IntPtr.Zero;
}
