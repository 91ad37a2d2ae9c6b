using System.Collections.Frozen;

namespace Colophon.Formats.Text;

/// <summary>
/// Turns a name as it is shown into the name to sort by, the way library catalogs do: lower-case particles follow the
/// given names ("Gogh, Vincent van"), capitalised ones and French du, la, le lead ("Le Guin, Ursula K.", "du Maurier,
/// Daphne"), suffixes come last ("King, Martin Luther, Jr."), honorifics go.
/// </summary>
internal static class PersonNames
{
    private const int MaxLength = 500;

    private static readonly FrozenSet<string> _suffixes = Set(
        "jr jr. sr sr. i ii iii iv v phd ph.d. md m.d. esq esq. obe mbe cbe dds d.d.s. rn jd j.d. mba"
    );

    private static readonly FrozenSet<string> _honorifics = Set(
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame rev rev. reverend fr. hon. lord lady"
    );

    private static readonly FrozenSet<string> _trailingParticles = Set(
        "von van de der den zu zum zur vom af av da di do dos das del della dei degli y e ten ter d' v. 't ibn bin bint of"
    );

    private static readonly FrozenSet<string> _leadingParticles = Set(
        "le la les du des de van von der den della di da del dos el al san santa st st. ste ste. saint ben bar mac mc o' ten ter zu"
    );

    private static readonly FrozenSet<string> _leadingInLowerCase = Set("du des la le les l' al el");

    // the last word of bodies and collective names, which are not inverted
    private static readonly FrozenSet<string> _bodies = Set(
        "collectif inc inc. ltd ltd. llc gmbh press publishing publishers books university society association team staff "
            + "editors authors writers project foundation institute committee company co. corporation group magazine studio "
            + "studios museum library church council department ministry unknown anonymous various"
    );

    public static string SortName(string name)
    {
        string trimmed = name.Trim();
        string[] parts = trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || trimmed.Length > MaxLength || IsBody(parts) || HasCjk(trimmed))
        {
            return trimmed;
        }

        int end = parts.Length;
        while (end > 2 && _suffixes.Contains(Plain(parts[end - 1])))
        {
            end--;
        }

        string suffix = string.Join(' ', parts[end..]);
        if (parts[..end].Any(part => part.Contains(',')) && !parts[end - 1].EndsWith(','))
        {
            return trimmed; // somebody has inverted it already
        }

        int start = 0;
        while (end - start > 2 && _honorifics.Contains(parts[start].ToLowerInvariant()))
        {
            start++;
        }

        string inverted = Invert(parts[start..end]).TrimEnd(',');
        return suffix.Length == 0 ? inverted : $"{inverted}, {suffix}";
    }

    private static string Invert(string[] parts)
    {
        parts[^1] = parts[^1].TrimEnd(',');
        int surname = parts.Length - 1;
        while (surname > 1 && LeadsSurname(parts[surname - 1]))
        {
            surname--;
        }

        int particles = surname;
        while (particles > 1 && IsTrailingParticle(parts[particles - 1]))
        {
            particles--;
        }

        string given = string.Join(' ', parts[..particles].Concat(parts[particles..surname]));
        string family = string.Join(' ', parts[surname..]);
        return given.Length == 0 ? family : $"{family}, {given}";
    }

    private static bool LeadsSurname(string part) =>
        char.IsUpper(part[0])
            ? _leadingParticles.Contains(part.ToLowerInvariant())
            : _leadingInLowerCase.Contains(part);

    private static bool IsTrailingParticle(string part) => !char.IsUpper(part[0]) && _trailingParticles.Contains(part);

    private static bool IsBody(string[] parts) =>
        parts[0].Equals("the", StringComparison.OrdinalIgnoreCase)
        || parts.Any(part => part is "&" or "and" or "und" or "et" || char.IsAsciiDigit(part[0]))
        || parts.Any(part => _bodies.Contains(Plain(part)));

    private static bool HasCjk(string name) => name.EnumerateRunes().Any(TextFolding.IsCjk);

    private static string Plain(string part) => part.TrimEnd(',').ToLowerInvariant();

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
