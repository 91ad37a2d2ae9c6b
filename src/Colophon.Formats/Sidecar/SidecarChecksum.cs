using System.Security.Cryptography;
using System.Text.Json;

namespace Colophon.Formats.Sidecar;

/// <summary>
/// The checksum of a sidecar over itself: SHA-256 of all its bytes with the 64 digits of the checksum taken as zeros. So
/// any change, of white space too, makes it wrong, and nothing has to be written in a canonical form.
/// </summary>
internal static class SidecarChecksum
{
    public const string Unsaid = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Puts the digits in the place of the zeros that were written.</summary>
    public static void Seal(byte[] document)
    {
        int at = Find(document);
        Digest(document, at).CopyTo(document.AsSpan(at));
    }

    /// <summary>True when the document stands as it was sealed.</summary>
    public static bool IsRight(byte[] document)
    {
        int at = Find(document);
        return at >= 0
            && Digest(document, at).AsSpan().SequenceEqual(document.AsSpan(at, SidecarFormat.ChecksumLength));
    }

    private static byte[] Digest(byte[] document, int at)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(document.AsSpan(0, at));
        hash.AppendData("0000000000000000000000000000000000000000000000000000000000000000"u8);
        hash.AppendData(document.AsSpan(at + SidecarFormat.ChecksumLength));
        string digits = Convert.ToHexStringLower(hash.GetHashAndReset());
        return System.Text.Encoding.ASCII.GetBytes(digits);
    }

    /// <summary>Where the digits begin; -1 when there are none. The document is JSON.</summary>
    private static int Find(byte[] document)
    {
        var reader = new Utf8JsonReader(document, new JsonReaderOptions { MaxDepth = SidecarFormat.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (
                    reader.CurrentDepth != 1
                    || reader.TokenType != JsonTokenType.PropertyName
                    || reader.ValueIsEscaped // never so in ours, and comparing would throw for half of a surrogate pair
                    || !reader.ValueTextEquals(SidecarFormat.Checksum.EncodedUtf8Bytes)
                )
                {
                    continue;
                }

                bool isText = reader.Read() && reader.TokenType == JsonTokenType.String;
                return isText && reader.ValueSpan.Length == SidecarFormat.ChecksumLength && !reader.ValueIsEscaped
                    ? (int)reader.TokenStartIndex + 1
                    : -1;
            }
        }
        catch (JsonException)
        {
            return -1; // comments and trailing commas are a person's, never ours
        }

        return -1;
    }
}
