using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Formats.Epub;

/// <summary>
/// Creators and contributors with role and file-as, from the attributes of EPUB 2 or the refinements of EPUB 3. Creators
/// without a role are authors, however many there are.
/// </summary>
internal static class EpubCreators
{
    private const int NameLimit = 500;

    private static readonly FrozenDictionary<string, string> _spelledRoles = new Dictionary<string, string>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["author"] = "aut",
        ["writer"] = "aut",
        ["editor"] = "edt",
        ["translator"] = "trl",
        ["illustrator"] = "ill",
        ["narrator"] = "nrt",
        ["contributor"] = "ctb",
        ["photographer"] = "pht",
        ["artist"] = "art",
        ["cover artist"] = "cov",
        ["cover designer"] = "cov",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<EpubCreator> Of(PackageDocument package)
    {
        var creators = new List<EpubCreator>();
        var seen = new HashSet<(string, string)>();
        foreach (PackageTerm term in package.Terms.Where(term => term.Name is "creator" or "contributor"))
        {
            string name = CleanText.Line(term.Text, NameLimit);
            string? fileAs = CleanText.LineOrNull(term.FileAs ?? package.Refinement(term.Id, "file-as"), NameLimit);
            foreach (string role in Roles(package, term))
            {
                if (name.Length > 0 && !IsTool(name, role) && seen.Add((name, role)))
                {
                    creators.Add(new EpubCreator(name, role, fileAs));
                }
            }
        }

        return creators;
    }

    private static IEnumerable<string> Roles(PackageDocument package, PackageTerm term)
    {
        string unsaid = term.Name == "creator" ? "aut" : "ctb";
        string[] refined =
        [
            .. package.RefinementsOf(term.Id).Where(meta => meta.Property == "role").Select(meta => meta.Text),
        ];
        return refined.Length > 0
            ? refined.Select(role => Normalise(role, unsaid)).Distinct(StringComparer.Ordinal)
            : [Normalise(term.Role, unsaid)];
    }

    private static string Normalise(string? role, string unsaid)
    {
        string word = (role ?? "").Trim();
        if (word.Length == 3 && word.All(char.IsAsciiLetter))
        {
            return word.ToLowerInvariant();
        }

        int tail = word.LastIndexOfAny(['/', ':']); // http://id.loc.gov/vocabulary/relators/aut, marc:aut
        return tail >= 0 ? Normalise(word[(tail + 1)..], unsaid) : _spelledRoles.GetValueOrDefault(word, unsaid);
    }

    // calibre signs the books it writes; it is no person
    private static bool IsTool(string name, string role) =>
        role == "bkp" && name.StartsWith("calibre (", StringComparison.OrdinalIgnoreCase);
}
