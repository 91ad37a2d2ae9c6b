namespace Colophon.Testing;

/// <summary>Names and titles for as many made things as one likes: the same for the same number.</summary>
public static class GeneratedNames
{
    private static readonly string[] FirstNames =
    [
        "Ada",
        "Boris",
        "Chloé",
        "Dmitri",
        "Esmé",
        "Gábor",
        "Hiro",
        "Inés",
        "Jørgen",
        "Łucja",
        "Niamh",
        "Zoë",
    ];

    private static readonly string[] LastNames =
    [
        "Abernathy",
        "Bergström",
        "Castellanos",
        "Dubois",
        "Grønn",
        "Hawthorne",
        "Ivanova",
        "Müller",
        "Okafor",
        "Šimek",
    ];

    private static readonly string[] Adjectives =
    [
        "Silent",
        "Golden",
        "Hidden",
        "Crimson",
        "Endless",
        "Frozen",
        "Hollow",
        "Restless",
        "Velvet",
        "Paper",
        "Quiet",
    ];

    private static readonly string[] Nouns =
    [
        "River",
        "Garden",
        "Lantern",
        "Harbour",
        "Mirror",
        "Orchard",
        "Compass",
        "Archive",
        "Sparrow",
        "Bridge",
        "Signal",
    ];

    private static readonly string[] GenreNames = ["Fantasy", "History", "Mystery", "Poetry", "Romance", "Travel"];

    public static (string First, string Last) Person(int number)
    {
        var last =
            $"{Pick(LastNames, number / FirstNames.Length)} {Roman(number / (FirstNames.Length * LastNames.Length))}";
        return (Pick(FirstNames, number), last.Trim());
    }

    public static string FullName(int number)
    {
        var (first, last) = Person(number);
        return $"{first} {last}";
    }

    /// <summary>Different for each number.</summary>
    public static string Title(int number) =>
        $"The {Pick(Adjectives, number)} {Noun(number / Adjectives.Length)} {number + 1}";

    public static string Noun(int number) => Pick(Nouns, number);

    /// <summary>Two, which may be the same.</summary>
    public static IReadOnlyList<string> Genres(int number) =>
        [Pick(GenreNames, number), Pick(GenreNames, number / GenreNames.Length)];

    private static string Pick(string[] words, int number) => words[number % words.Length];

    private static string Roman(int number) =>
        number == 0 ? "" : new string('I', (number % 3) + 1) + Letters(number / 3);

    private static string Letters(int number) =>
        number == 0 ? "" : $"{(char)('A' + (number % 26))}{Letters(number / 26)}";
}
