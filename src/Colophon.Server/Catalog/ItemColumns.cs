using System.Globalization;
using Colophon.Formats.Text;
using Colophon.Server.Catalog.Names;
using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog;

/// <summary>The columns that lists sort and filter by, made from what is shown.</summary>
internal sealed record ItemColumns(
    string Title,
    string TitleKey,
    string AuthorKey,
    string SeriesKey,
    long? Year,
    double? IndexNumber,
    string? ReleaseDate,
    string? Language,
    double? Duration,
    long Size,
    double? Rating,
    string Metadata,
    string Sources,
    string Words
)
{
    private const int TracksADisc = 10_000;

    public static ItemColumns Of(ItemDraft draft, NameTable names)
    {
        var shown = draft.Shown;
        var main = draft
            .Files.Values.Where(file => file.Place.Role is FileRoles.Main or FileRoles.Part)
            .OrderBy(file => file.Rank)
            .ToList();
        var title = shown.Text(Fields.Title) ?? draft.IdentityKey;
        var date = main.Select(file => file.Shown)
            .Prepend(shown)
            .Select(said => said.Values.GetValueOrDefault(Fields.ReleaseDate))
            .OfType<DateValue>()
            .FirstOrDefault()
            ?.Date;
        var author = ItemLinks.PeopleOf(shown).FirstOrDefault();
        var series = ItemLinks.SeriesOf(shown).FirstOrDefault();
        return new ItemColumns(
            title,
            TextKeys.SortKey(shown.Text(Fields.SortTitle) ?? title),
            author.Name is null
                ? ""
                : TextKeys.SortKey(AuthorSortName(author, names.Person(draft.Library, author.Name))),
            series is null ? "" : KeyOf(series, names.SeriesOf(draft.Library, series.Name)),
            date is null ? null : long.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture),
            IndexOf(shown),
            date,
            main.Select(file => file.Shown.Text(Fields.Language)).OfType<string>().FirstOrDefault(),
            ItemDuration.Of(draft.Files.Values.Select(file => (file.Place, file.Row))),
            draft.Files.Values.Sum(file => file.Row.Size),
            shown.Values.GetValueOrDefault(Fields.Ratings) is RatingsValue { Entries: [var rating, ..] }
                ? rating.Value
                : null,
            shown.ValuesJson(),
            shown.SourcesJson(),
            WordsOf(shown, draft, names)
        );
    }

    /// <summary>Its place among what lies in the same container: tracks disc by disc.</summary>
    private static double? IndexOf(Merged shown) =>
        shown.Number(Fields.IndexNumber) is { } index
            ? index + (((shown.Number(Fields.Disc) ?? 1) - 1) * TracksADisc)
            : null;

    /// <summary>A person that a user named sorts by that; any other as the book says, whoever was met first.</summary>
    private static string AuthorSortName((string Name, string? SortName) author, NameRow person) =>
        IsGiven(person, author.Name) ? person.SortName! : author.SortName ?? TextKeys.PersonSortName(author.Name);

    private static string KeyOf(SeriesEntry entry, NameRow series) =>
        TextKeys.SortKey(IsGiven(series, entry.Name) ? series.Name : entry.Name) + "\u0001" + Padded(entry.Number);

    /// <summary>Whether a user gave the name: by renaming, merging or an alias.</summary>
    private static bool IsGiven(NameRow row, string spelled) =>
        row.Edited != 0 || row.NameKey != TextKeys.NameKey(spelled);

    private static string Padded(double? number) =>
        (number ?? 1_000_000).ToString("0000000.000", CultureInfo.InvariantCulture);

    private static string WordsOf(Merged shown, ItemDraft draft, NameTable names)
    {
        // Nobody looks for "Season 2": the show is found, and its seasons are there.
        if (draft.Kind == ItemKinds.Season)
            return "";
        var people = ItemLinks.PeopleOf(shown).Select(person => person.Name).ToList();
        var series = ItemLinks.SeriesOf(shown).Select(entry => entry.Name).ToList();
        var identifiers = ItemLinks.IdentifiersOf(shown).Select(identifier => identifier.Value).ToList();
        foreach (var file in draft.Files.Values)
        {
            people.AddRange(ItemLinks.PeopleOf(file.Shown).Select(person => person.Name));
            identifiers.AddRange(ItemLinks.IdentifiersOf(file.Shown).Select(identifier => identifier.Value));
        }
        return SearchWords.Index(
            [
                shown.Text(Fields.Title),
                shown.Text(Fields.OriginalTitle),
                shown.Text(Fields.Subtitle),
                .. people,
                .. people.Select(name => names.Person(draft.Library, name).Name),
                .. series,
                .. series.Select(name => names.SeriesOf(draft.Library, name).Name),
            ],
            identifiers
        );
    }
}
