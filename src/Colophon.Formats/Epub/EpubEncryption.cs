using System.Xml;
using Colophon.Formats.Xml;
using Colophon.Formats.Zip;

namespace Colophon.Formats.Epub;

/// <summary>
/// META-INF/encryption.xml (EPUB 3.3 section 4.2.6.3.2). Obfuscated fonts are no hindrance. Texts that are encrypted by a
/// real cipher, or with a licence beside them (Adobe rights.xml, Readium license.lcpl, Apple sinf.xml), are DRM.
/// </summary>
internal static class EpubEncryption
{
    private static readonly string[] _fontObfuscation =
    [
        "http://www.idpf.org/2008/embedding",
        "http://ns.adobe.com/pdf/enc#RC",
    ];

    private static readonly string[] _licences = ["META-INF/rights.xml", "META-INF/license.lcpl", "META-INF/sinf.xml"];

    /// <summary>Paths of the entries that are encrypted, fonts left out; adds a finding when there are any.</summary>
    public static IReadOnlySet<string> Read(
        ZipDirectory zip,
        PackageDocument package,
        string packagePath,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        if (zip.Find("META-INF/encryption.xml") is not { } entry)
        {
            return paths;
        }

        using PooledBytes? bytes = zip.ReadAll(entry, 4 * 1024 * 1024, out _);
        List<(string Algorithm, string Path)>? encrypted = null;
        if (bytes is not null)
        {
            TolerantXml.Read(bytes, reader => Parse(reader, cancellationToken), out encrypted, out _);
        }

        HashSet<string> texts = TextPaths(package, packagePath);
        bool licensed = _licences.Any(licence => zip.Find(licence) is not null);
        bool locked = false;
        foreach ((string algorithm, string path) in encrypted ?? [])
        {
            paths.Add(path);
            locked |= texts.Contains(path) && (licensed || IsCipher(algorithm));
        }

        if (locked)
        {
            findings.Fail(FindingCodes.EpubEncrypted);
        }
        else if (paths.Count > 0)
        {
            findings.Warn(FindingCodes.EpubPartsEncrypted);
        }

        return paths;
    }

    private static bool IsCipher(string algorithm) =>
        algorithm.EndsWith("-cbc", StringComparison.OrdinalIgnoreCase)
        || algorithm.EndsWith("-gcm", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> TextPaths(PackageDocument package, string packagePath) =>
        package
            .Manifest.Where(item => item.MediaType.Contains("html", StringComparison.Ordinal))
            .Select(item => ZipPath.Resolve(packagePath, item.Href))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private static List<(string Algorithm, string Path)> Parse(XmlReader reader, CancellationToken cancellationToken)
    {
        var encrypted = new List<(string, string)>();
        string algorithm = "";
        while (TolerantXml.Advance(reader, cancellationToken) && encrypted.Count < 65_536)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "EncryptedData" or "EncryptedKey":
                    algorithm = "";
                    break;
                case "EncryptionMethod" when algorithm.Length == 0:
                    algorithm = reader.GetAttribute("Algorithm") ?? "";
                    break;
                case "CipherReference" when !_fontObfuscation.Contains(algorithm, StringComparer.Ordinal):
                    // these references are relative to the archive's root
                    if (ZipPath.Resolve("", reader.GetAttribute("URI") ?? "") is { } path)
                    {
                        encrypted.Add((algorithm, path));
                    }

                    break;
            }
        }

        return encrypted;
    }
}
