using System.Collections.Frozen;
using Colophon.Formats.Text;

namespace Colophon.Server.Metadata;

/// <summary>
/// What comes over the network as the field table would take it from a person: lines without control characters, no longer and no more of
/// them than a field holds. Files are read by formats that see to it themselves.
/// </summary>
internal static class Bounds
{
    private static readonly FrozenDictionary<string, Field> Widest = Fields
        .All.GroupBy(field => field.Name)
        .ToFrozenDictionary(group => group.Key, group => group.MaxBy(field => field.MaxLength)!);

    public static EvidenceDocument Of(EvidenceDocument said) =>
        said with
        {
            Fields = said.Fields.ToDictionary(
                entry => entry.Key,
                entry => Of(entry.Value, Widest[entry.Key]),
                StringComparer.Ordinal
            ),
        };

    private static FieldValue Of(FieldValue value, Field field) =>
        value switch
        {
            // Paragraphs were cleaned with their HTML.
            TextValue text when field.Rule != TextRule.Paragraphs => new TextValue(Line(text.Text, field)),
            NamesValue names => new NamesValue(Most(names, field, name => Line(name, field))),
            PeopleValue people => new PeopleValue(Most(people, field, credit => Of(credit, field))),
            SeriesValue series => new SeriesValue(
                Most(
                    series,
                    field,
                    entry => new SeriesEntry(Line(entry.Name, field), entry.Number, entry.NumberEnd, entry.Unit)
                )
            ),
            IdentifiersValue identifiers => new IdentifiersValue(
                Most(identifiers, field, one => one with { Value = Line(one.Value, field) })
            ),
            ChaptersValue chapters => new ChaptersValue(
                Most(chapters, field, chapter => chapter with { Title = Line(chapter.Title, field) })
            ),
            RatingsValue ratings => new RatingsValue(Most(ratings, field, rating => rating)),
            _ => value,
        };

    private static Credit Of(Credit credit, Field field) =>
        new(
            Line(credit.Name, field),
            credit.Role,
            CleanText.LineOrNull(credit.SortName, field.MaxLength),
            CleanText.LineOrNull(credit.Character, field.MaxLength)
        );

    private static string Line(string text, Field field) => CleanText.Line(text, field.MaxLength);

    private static List<T> Most<T>(ListValue<T> list, Field field, Func<T, T> bounded)
        where T : notnull => [.. list.Entries.Take(field.MaxEntries).Select(bounded)];
}
