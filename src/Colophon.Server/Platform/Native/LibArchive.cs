using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Native;

/// <summary>
/// libarchive, as far as comics need it: RAR, RAR 5, 7-Zip, and ZIP with rare methods. Used in the probe child. None of its
/// other formats and filters is switched on.
/// </summary>
internal static partial class LibArchive
{
    private const string Library = "libarchive.so.13";
    private const int CharacterTypes = 0;

    /// <summary>Results of its calls; what is below <see cref="Warn"/> ends the reading.</summary>
    public const int Ok = 0;
    public const int EndOfFile = 1;
    public const int Warn = -20;

    /// <summary>Loads the library. False: it is not installed.</summary>
    public static bool TryStart()
    {
        if (!NativeLibrary.TryLoad(Library, typeof(LibArchive).Assembly, DllImportSearchPath.SafeDirectories, out _))
            return false;
        // It makes names by the C library's locale, which is ASCII until somebody says otherwise.
        return SetLocale(CharacterTypes, "C.UTF-8") != 0 || SetLocale(CharacterTypes, "") != 0;
    }

    /// <summary>A reader for the formats above; 0 when there is no memory.</summary>
    public static nint Make()
    {
        var archive = New();
        if (archive == 0)
            return 0;
        SupportRar(archive);
        SupportRar5(archive);
        SupportSevenZip(archive);
        SupportZip(archive);
        return archive;
    }

    [LibraryImport(Library, EntryPoint = "archive_read_free")]
    public static partial int Free(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_read_open_filename", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(nint archive, string path, nuint blockSize);

    [LibraryImport(Library, EntryPoint = "archive_read_next_header")]
    public static partial int Next(nint archive, out nint entry);

    [LibraryImport(Library, EntryPoint = "archive_read_data")]
    public static unsafe partial nint Read(nint archive, byte* buffer, nuint length);

    [LibraryImport(Library, EntryPoint = "archive_read_has_encrypted_entries")]
    public static partial int HasEncryptedEntries(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_error_string")]
    public static partial nint ErrorText(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_entry_pathname_utf8")]
    public static partial nint NameUtf8(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_pathname")]
    public static partial nint Name(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_size")]
    public static partial long Size(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_size_is_set")]
    public static partial int HasSize(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_filetype")]
    public static partial uint FileType(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_entry_is_encrypted")]
    public static partial int IsEncrypted(nint entry);

    [LibraryImport(Library, EntryPoint = "archive_read_new")]
    private static partial nint New();

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_rar")]
    private static partial int SupportRar(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_rar5")]
    private static partial int SupportRar5(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_7zip")]
    private static partial int SupportSevenZip(nint archive);

    [LibraryImport(Library, EntryPoint = "archive_read_support_format_zip_seekable")]
    private static partial int SupportZip(nint archive);

    [LibraryImport("libc", EntryPoint = "setlocale", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SetLocale(int category, string locale);
}
