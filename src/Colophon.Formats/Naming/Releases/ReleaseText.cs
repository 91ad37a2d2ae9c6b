using System.Text;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Releases;

/// <summary>Turns the dots and underscores of a release into spaces, where they stand for spaces.</summary>
public static class ReleaseText
{
    private const int Limit = 500;
    private const string Edges = " -_.,+~|:;[({\u2013\u2014";

    /// <summary>
    /// A title as people write it: <c>The.Movie</c> is The Movie, <c>R.I.P.D</c> is R.I.P.D., and dots of names that have
    /// spaces stay. What is left of brackets and dashes at the ends goes.
    /// </summary>
    public static string Title(string text)
    {
        string trimmed = text.Trim().TrimStart(" -_.,+~|:;])}\u2013\u2014".ToCharArray());
        bool hasSpaces = trimmed.Contains(' ');
        string open = TrimmedEnd(trimmed, hasSpaces);
        string spaced = open.Replace('_', ' ');
        return CleanText.Line(hasSpaces ? spaced : WithoutDots(spaced), Limit);
    }

    /// <summary>All separators become spaces: for editions and other remarks.</summary>
    internal static string Plain(string text) =>
        CleanText.Line(text.Replace('.', ' ').Replace('_', ' ').Replace('-', ' '), Limit);

    /// <summary>A dot at the end stays where spaces are written as spaces: Movie Bros.</summary>
    private static string TrimmedEnd(string text, bool hasSpaces)
    {
        int end = text.Length;
        while (end > 0 && Edges.Contains(text[end - 1]) && !(hasSpaces && IsAbbreviation(text, end)))
        {
            end--;
        }

        return text[..end];
    }

    private static bool IsAbbreviation(string text, int end) =>
        text[end - 1] == '.' && end > 1 && char.IsLetter(text[end - 2]);

    private static string WithoutDots(string text)
    {
        string[] parts = text.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var title = new StringBuilder(text.Length + 2);
        for (int i = 0; i < parts.Length; i++)
        {
            bool isInitial = IsInitial(parts[i]);
            bool isAfterInitial = i > 0 && IsInitial(parts[i - 1]);
            bool isBeforeInitial = i + 1 < parts.Length && IsInitial(parts[i + 1]);
            if (i > 0 && !(isInitial && isAfterInitial))
            {
                title.Append(' ');
            }

            title.Append(parts[i]);
            if (isInitial && (isAfterInitial || isBeforeInitial))
            {
                title.Append('.');
            }
        }

        return title.ToString();
    }

    private static bool IsInitial(string part) => part.Length == 1 && char.IsLetter(part[0]);
}
