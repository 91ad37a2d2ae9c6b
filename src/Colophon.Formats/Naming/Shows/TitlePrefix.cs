namespace Colophon.Formats.Naming.Shows;

/// <summary>Finds a show's title at the beginning of a name, whatever stands between its words.</summary>
internal static class TitlePrefix
{
    /// <summary>How much of a name is the title; 0 when it does not begin so, or goes on within a word.</summary>
    public static int Length(string name, string? title)
    {
        int at = 0;
        int letters = 0;
        foreach (char c in title ?? "")
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }

            while (at < name.Length && !char.IsLetterOrDigit(name[at]))
            {
                at++;
            }

            if (at == name.Length || char.ToLowerInvariant(name[at]) != char.ToLowerInvariant(c))
            {
                return 0;
            }

            at++;
            letters++;
        }

        bool isWhole = at == name.Length || !char.IsLetterOrDigit(name[at]);
        return letters > 0 && isWhole ? at : 0;
    }
}
