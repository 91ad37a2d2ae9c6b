using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>The characters of an NFO. What its declaration says of the encoding is wrong often enough to look first.</summary>
internal static partial class NfoText
{
    /// <summary>By byte order mark; what is valid UTF-8 with letters beyond ASCII is UTF-8; else as declared, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> file) =>
        !file.Contains((byte)0) && file.ContainsAnyExceptInRange((byte)0, (byte)0x7F) && Utf8.IsValid(file)
            ? Encoding.UTF8.GetString(file)
            : XmlRepair.Decode(file);

    /// <summary>As UTF-8, with a declaration that says so.</summary>
    public static byte[] Encode(string text) =>
        Encoding.UTF8.GetBytes(DeclaredEncoding().Replace(text, match => $"{match.Groups["before"].Value}UTF-8", 1));

    /// <summary>True for nothing but spaces and byte order marks.</summary>
    public static bool IsBlank(string text) => text.All(c => char.IsWhiteSpace(c) || c == '\uFEFF');

    /// <summary>True for bytes that are no text at all, whatever the file's name says.</summary>
    public static bool IsBinary(string text)
    {
        const int Enough = 4096;
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(text.Length, Enough));
        int controls = 0;
        foreach (char c in head)
        {
            controls += c < ' ' && c is not ('\t' or '\r' or '\n' or '\f' or '\u001A' or '\u001B') ? 1 : 0;
        }

        return controls * 50 > head.Length;
    }

    [GeneratedRegex(
        """(?<before><\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'])(?!(?i:utf-8)["'])[A-Za-z0-9._:-]{1,40}""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DeclaredEncoding();
}
