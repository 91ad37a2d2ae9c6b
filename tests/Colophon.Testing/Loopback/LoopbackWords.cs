using System.Globalization;
using System.Text;

namespace Colophon.Testing.Loopback;

/// <summary>The words of a title as a search compares them: small, without accents and signs.</summary>
internal static class LoopbackWords
{
    public static HashSet<string> Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
