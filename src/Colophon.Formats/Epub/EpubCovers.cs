using System.Collections.Frozen;
using Colophon.Formats.Pictures;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Epub;

/// <summary>
/// Finds the cover picture: EPUB 3 property, then <c>meta name="cover"</c>, then the guide, then ids that say so, then the
/// first picture of the first page, then the first picture of all. A page in place of a picture is searched for one.
/// </summary>
internal sealed class EpubCovers(
    ZipDirectory zip,
    PackageDocument package,
    string packagePath,
    IReadOnlySet<string> encrypted,
    FindingList findings
)
{
    private const long PictureLimit = 64 * 1024 * 1024;
    private const long PageLimit = 1024 * 1024;

    private static readonly FrozenSet<string> _pictureExtensions = new[]
    {
        ".jpg",
        ".jpeg",
        ".jpe",
        ".png",
        ".gif",
        ".webp",
        ".avif",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] _tellingIds = ["cover-image", "coverimage", "cover", "cover-img", "cover_image"];

    public EmbeddedPicture? Find()
    {
        foreach (string path in Declared())
        {
            if (Picture(path) is { } picture)
            {
                return picture;
            }
        }

        return FirstOfFirstPage() ?? FirstOfAll();
    }

    /// <summary>Archive paths, best first. Lazy: mostly the first one is it.</summary>
    private IEnumerable<string> Declared()
    {
        foreach (PackageItem item in package.Manifest.Where(item => item.Has("cover-image")))
        {
            yield return Reference(item.Href);
        }

        foreach (PackageMeta meta in package.Metas.Where(meta => meta.Name is "cover" or "Cover"))
        {
            // some tools write the path where the id belongs
            yield return package.Item(meta.Text) is { } item ? Reference(item.Href) : Reference(meta.Text);
        }

        foreach (PackageReference reference in package.Guide.Where(reference => reference.Type == "cover"))
        {
            yield return Reference(reference.Href);
        }

        foreach (string id in _tellingIds)
        {
            if (package.Item(id) is { } item && item.MediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                yield return Reference(item.Href);
            }
        }
    }

    private EmbeddedPicture? Picture(string path)
    {
        if (zip.Find(path) is not { } entry)
        {
            findings.Warn(FindingCodes.EpubCoverMissing);
            return null;
        }

        if (IsPicture(entry.Name) || MediaTypeOf(path) is "image/jpeg" or "image/jpg" or "image/png" or "image/gif")
        {
            return Located(entry);
        }

        if (IsPage(entry.Name, path))
        {
            return PictureIn(entry);
        }

        findings.Warn(FindingCodes.EpubCoverUnsupported);
        return null;
    }

    private EmbeddedPicture? FirstOfFirstPage() =>
        package.Spine.Count > 0
        && package.Item(package.Spine[0]) is { } page
        && zip.Find(Reference(page.Href)) is { } entry
        && IsPage(entry.Name, Reference(page.Href))
            ? PictureIn(entry)
            : null;

    private EmbeddedPicture? FirstOfAll()
    {
        foreach (PackageItem item in package.Manifest)
        {
            if (
                item.MediaType.StartsWith("image/", StringComparison.Ordinal)
                && zip.Find(Reference(item.Href)) is { } entry
                && IsPicture(entry.Name)
                && Located(entry) is { } picture
            )
            {
                return picture;
            }
        }

        return null;
    }

    private EmbeddedPicture? PictureIn(ZipEntry page)
    {
        using PooledBytes? bytes = zip.ReadAll(page, PageLimit, out _);
        if (bytes is null)
        {
            return null;
        }

        foreach (string reference in PageImages.Find(XmlRepair.Decode(bytes.Span)))
        {
            if (
                ZipPath.Resolve(page.Name, reference) is { } path
                && zip.Find(path) is { } entry
                && IsPicture(entry.Name)
                && Located(entry) is { } picture
            )
            {
                return picture;
            }
        }

        return null;
    }

    private EmbeddedPicture? Located(ZipEntry entry)
    {
        bool readable =
            !entry.IsEncrypted
            && entry.Method is (0 or 8)
            && entry.Size is > 0 and <= PictureLimit
            && entry.CompressedSize is > 0 and <= PictureLimit
            && !encrypted.Contains(entry.Name);
        if (!readable || zip.DataOffset(entry) is not { } offset)
        {
            findings.Warn(FindingCodes.EpubCoverMissing);
            return null;
        }

        return new EmbeddedPicture(entry.Name, offset, entry.CompressedSize, entry.Size, entry.Method);
    }

    // a reference that leads nowhere is looked up as nothing, and so is not found
    private string Reference(string href) => ZipPath.Resolve(packagePath, href) ?? "";

    private string MediaTypeOf(string path) =>
        package.Manifest.FirstOrDefault(item => Reference(item.Href) == path)?.MediaType ?? "";

    private bool IsPage(string name, string path) =>
        name.EndsWith("html", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
        || MediaTypeOf(path).Contains("html", StringComparison.Ordinal);

    private static bool IsPicture(string name) => _pictureExtensions.Contains(Path.GetExtension(name));
}
