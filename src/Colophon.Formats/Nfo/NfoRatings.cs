using System.Globalization;
using Colophon.Formats.Text;
using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>Ratings: Kodi's by source, and the plain one of others, whose source is not named.</summary>
internal static class NfoRatings
{
    /// <summary>The name of a rating whose source is not named.</summary>
    public const string Unnamed = "default";

    private const double Highest = 10;
    private const int NameLimit = 100;

    public static IReadOnlyList<NfoRating> Read(NfoElements said)
    {
        var ratings = new List<NfoRating>();
        foreach (LooseElement rating in said.All("ratings").SelectMany(ratings => said.In(ratings).All("rating")))
        {
            NfoElements inside = said.In(rating);
            if (Scaled(inside.Number("value"), rating) is { } value)
            {
                string name = CleanText.LineOrNull(rating.Attribute("name"), NameLimit) ?? Unnamed;
                bool isDefault = NfoElements.FlagOf(rating.Attribute("default")) == true;
                Add(ratings, new NfoRating(name, value, Votes(inside), isDefault));
            }
        }

        foreach (LooseElement rating in said.All("rating", "communityrating"))
        {
            if (Scaled(NfoElements.NumberOf(said.OwnLine(rating)), rating) is { } value)
            {
                Add(ratings, new NfoRating(Unnamed, value, Votes(said), ratings.Count == 0));
            }
        }

        return said.Kept(ratings);
    }

    /// <summary>The rating of whoever owns the file; 0 is none.</summary>
    public static double? User(NfoElements said) =>
        said.All("userrating")
            .Select(rating => Scaled(NfoElements.NumberOf(said.LineOf(rating)), rating))
            .FirstOrDefault(value => value is not null);

    private static void Add(List<NfoRating> ratings, NfoRating rating)
    {
        if (ratings.Count <= NfoElements.ListLimit && !ratings.Exists(other => other.Name == rating.Name))
        {
            ratings.Add(rating);
        }
    }

    private static double? Scaled(double? value, LooseElement rating)
    {
        double highest = NfoElements.NumberOf(rating.Attribute("max")) is > 0 and var max ? max : Highest;
        double? scaled = value is null ? null : Math.Round(value.Value * Highest / highest, 4);
        return scaled is > 0 and <= Highest ? scaled : null;
    }

    // some write 1,234 and others 1.234
    private static int? Votes(NfoElements said) =>
        int.TryParse(
            said.Line("votes")?.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int votes
        )
            ? votes
            : null;
}
