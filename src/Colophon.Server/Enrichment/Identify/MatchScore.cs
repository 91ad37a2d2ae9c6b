using Colophon.Formats.Text;
using Colophon.Server.Catalog;
using Colophon.Server.Providers;

namespace Colophon.Server.Enrichment.Identify;

/// <summary>How well a match fits what is known of an item, of 100, and why.</summary>
/// <param name="Parts">What it is made of, before it is scaled to 100.</param>
internal sealed record MatchScore(double Points, IReadOnlyList<ScorePart> Parts)
{
    /// <summary>From here on a match is believed, if nothing else fits nearly as well.</summary>
    public const double Sure = 80;

    /// <summary>By so much the best must lead.</summary>
    public const double Lead = 5;

    /// <summary>A title less alike is another title: no year, person or length makes up for it.</summary>
    private const double SameTitle = 0.75;

    private const double TitlePoints = 60;
    private const double YearPoints = 20;
    private const double PeoplePoints = 25;
    private const double RuntimePoints = 10;
    private const double PartsPoints = 10;
    private const double LanguagePoints = 10;
    private const double RuntimeSlack = 3;
    private const double RuntimeFar = 15;

    public static MatchScore Of(ItemQuery query, ProviderMatch match)
    {
        var title = Title(query, match);
        List<ScorePart?> parts =
        [
            title,
            Year(query, match),
            People(query, match),
            Runtime(query, match),
            Tracks(query, match),
            Language(query, match),
        ];
        var told = parts.OfType<ScorePart>().ToList();
        var possible = told.Sum(part => part.Of);
        var points = Math.Clamp(100 * told.Sum(part => part.Points) / possible, 0, 100);
        if (title.Points < TitlePoints * SameTitle)
            points = Math.Min(points, Sure - 1);
        return new MatchScore(Math.Round(points, 1), told);
    }

    private static ScorePart Title(ItemQuery query, ProviderMatch match)
    {
        var wanted = query.OtherTitles.Prepend(query.Title).ToList();
        var best = match
            .OtherTitles.Prepend(match.Title)
            .SelectMany(offered => wanted.Select(title => (offered, Likeness: TitleLikeness.Of(title, offered))))
            .MaxBy(pair => pair.Likeness);
        return new ScorePart("title", TitlePoints * best.Likeness, TitlePoints, best.offered);
    }

    /// <summary>Where only one side knows the year nothing is said for the match, and little against it.</summary>
    private static ScorePart? Year(ItemQuery query, ProviderMatch match) =>
        (query.Year, match.Year) switch
        {
            ({ } wanted, { } offered) => new ScorePart(
                "year",
                Math.Abs(wanted - offered) switch
                {
                    0 => YearPoints,
                    1 => 0.7 * YearPoints,
                    2 => 0,
                    _ => -YearPoints,
                },
                YearPoints,
                $"{offered}"
            ),
            ({ }, null) => new ScorePart("year", 0, YearPoints / 2, null),
            _ => null,
        };

    private static ScorePart? People(ItemQuery query, ProviderMatch match)
    {
        if (query.People.Count == 0)
            return null;
        if (match.People.Count == 0)
            return new ScorePart("people", 0, PeoplePoints / 2, null);
        var offered = match.People.Select(TextKeys.NameKey).ToHashSet(StringComparer.Ordinal);
        var shared = query.People.Any(person => offered.Contains(TextKeys.NameKey(person)));
        var like = shared ? 1 : query.People.Max(person => match.People.Max(other => TitleLikeness.Of(person, other)));
        return new ScorePart(
            "people",
            shared ? PeoplePoints
                : like >= 0.7 ? PeoplePoints * like
                : -PeoplePoints,
            PeoplePoints,
            match.People[0]
        );
    }

    private static ScorePart? Runtime(ItemQuery query, ProviderMatch match)
    {
        if (query.RuntimeMinutes is not { } wanted || match.RuntimeMinutes is not { } offered)
            return null;
        var off = Math.Abs(wanted - offered);
        var points =
            off <= RuntimeSlack ? RuntimePoints
            : off >= RuntimeFar ? -RuntimePoints
            : RuntimePoints * (1 - ((off - RuntimeSlack) / (RuntimeFar - RuntimeSlack)));
        return new ScorePart("runtime", points, RuntimePoints, $"{offered} min");
    }

    private static ScorePart? Tracks(ItemQuery query, ProviderMatch match) =>
        query.Parts is { } wanted && match.Parts is { } offered
            ? new ScorePart("tracks", wanted == offered ? PartsPoints : 0, PartsPoints, $"{offered}")
            : null;

    /// <summary>An edition in another language has another text, publisher and number, even where its title is the same.</summary>
    private static ScorePart? Language(ItemQuery query, ProviderMatch match)
    {
        // Of films and shows providers tell the language of the original, which files need not have.
        if (query is not { Kind: ItemKinds.Book, Language: { } wanted } || match.Language is not { } offered)
            return null;
        var isSame = wanted.Split('-')[0].Equals(offered.Split('-')[0], StringComparison.OrdinalIgnoreCase);
        return new ScorePart("language", isSame ? LanguagePoints : -LanguagePoints, LanguagePoints, offered);
    }
}

/// <summary>What one thing adds to a score.</summary>
/// <param name="Points">Below zero where it speaks against the match.</param>
/// <param name="Of">The most it can add.</param>
/// <param name="Offered">What the match says.</param>
internal sealed record ScorePart(string What, double Points, double Of, string? Offered);
