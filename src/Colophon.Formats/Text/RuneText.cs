using System.Text;

namespace Colophon.Formats.Text;

/// <summary>What <see cref="StringBuilder"/> does not offer for runes.</summary>
internal static class RuneText
{
    /// <summary>Appends without making an object and a text of the rune, as <see cref="StringBuilder.Append(object)"/> would.</summary>
    public static void AppendRune(this StringBuilder text, Rune rune)
    {
        Span<char> letters = stackalloc char[2];
        text.Append(letters[..rune.EncodeToUtf16(letters)]);
    }
}
