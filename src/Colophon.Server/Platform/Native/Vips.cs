using System.Runtime.InteropServices;

namespace Colophon.Server.Platform.Native;

/// <summary>
/// libvips by its fixed-signature entry points only: .NET cannot call its variadic ones safely. Used in the probe child,
/// one call at a time, so that a crash or a bomb costs one picture.
/// </summary>
internal static partial class Vips
{
    private const string Library = "libvips.so.42";

    // Its largest coordinate is 10,000,000, but a WebP ends at 16,383: with this height a thumbnail fits its width.
    private const int HugeHeight = 16_383;

    /// <summary>Loads the library and shuts its untrusted loaders. False: it is not installed.</summary>
    public static bool TryStart()
    {
        if (!NativeLibrary.TryLoad(Library, typeof(Vips).Assembly, DllImportSearchPath.SafeDirectories, out _))
            return false;
        if (Init("colophon") != 0)
            return false;
        BlockUntrusted(1);
        SetConcurrency(1);
        SetCacheSize(0);
        return true;
    }

    public static string Version() => Marshal.PtrToStringUTF8(VersionText()) ?? "";

    /// <summary>Writes a picture of at most <paramref name="width"/> pixels; the file's ending says the format. Null: done, else what libvips says.</summary>
    public static string? Thumbnail(string source, string target, int width)
    {
        ClearErrors();
        var operation = MakeOperation("thumbnail");
        if (operation == 0)
            return Errors();
        try
        {
            var isSet =
                Set(operation, "filename", source)
                && Set(operation, "width", width.ToString())
                && Set(operation, "height", HugeHeight.ToString())
                && Set(operation, "size", "down")
                && Set(operation, "export-profile", "srgb");
            return isSet ? Build(operation, target) : Errors();
        }
        finally
        {
            Release(operation);
        }
    }

    private static string? Build(nint operation, string target)
    {
        var built = BuildOperation(operation);
        if (built == 0)
            return Errors();
        try
        {
            // As on libvips' own command line: an output picture is "printed" into the file of that name.
            return GetArgument(built, "out", target) == 0 ? null : Errors();
        }
        finally
        {
            ReleaseOutputs(built);
            Release(built);
        }
    }

    private static bool Set(nint operation, string name, string value) => SetArgument(operation, name, value) == 0;

    private static string Errors()
    {
        var text = Marshal.PtrToStringUTF8(ErrorBuffer())?.Trim() ?? "";
        ClearErrors();
        return text is "" ? "libvips gave no reason." : text;
    }

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Init(string program);

    [LibraryImport(Library, EntryPoint = "vips_version_string")]
    private static partial nint VersionText();

    [LibraryImport(Library, EntryPoint = "vips_block_untrusted_set")]
    private static partial void BlockUntrusted(int state);

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set")]
    private static partial void SetConcurrency(int threads);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    private static partial void SetCacheSize(int operations);

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint MakeOperation(string name);

    [LibraryImport(
        Library,
        EntryPoint = "vips_object_set_argument_from_string",
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int SetArgument(nint operation, string name, string value);

    [LibraryImport(Library, EntryPoint = "vips_cache_operation_build")]
    private static partial nint BuildOperation(nint operation);

    [LibraryImport(
        Library,
        EntryPoint = "vips_object_get_argument_to_string",
        StringMarshalling = StringMarshalling.Utf8
    )]
    private static partial int GetArgument(nint operation, string name, string argument);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    private static partial void ReleaseOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_error_buffer")]
    private static partial nint ErrorBuffer();

    [LibraryImport(Library, EntryPoint = "vips_error_clear")]
    private static partial void ClearErrors();

    // g_object_unref comes with libvips, which is linked to it.
    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_object_unref")]
    private static partial void Release(nint instance);
}
