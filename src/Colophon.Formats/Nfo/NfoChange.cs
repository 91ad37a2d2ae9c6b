using Colophon.Formats.Xml;

namespace Colophon.Formats.Nfo;

/// <summary>What is to be changed in a file for one item.</summary>
/// <param name="Given">The item as it was given.</param>
/// <param name="Wanted">The item as it will be read.</param>
/// <param name="Root">Which root it goes to; null for a further one.</param>
/// <param name="Fields">The fields in which that root says something else.</param>
internal sealed record NfoChange(NfoItem Given, NfoItem Wanted, int? Root, IReadOnlyList<NfoField> Fields)
{
    /// <summary>Finds a root for each item, and what differs there.</summary>
    public static IReadOnlyList<NfoChange> Of(LooseDocument document, IReadOnlyList<NfoItem> items)
    {
        List<NfoItem> said = Read(document);
        var free = new SortedSet<int>(Enumerable.Range(0, said.Count));
        int?[] places = new int?[items.Count];
        for (int i = 0; i < items.Count; i++)
        {
            places[i] = Take(free, place => IsSameEpisode(said[place], items[i]));
        }

        var changes = new List<NfoChange>(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            places[i] ??= Take(free, place => said[place].Kind == items[i].Kind);
            NfoItem wanted = NfoWriter.Normal(items[i]);
            changes.Add(
                new NfoChange(
                    items[i],
                    wanted,
                    places[i],
                    places[i] is { } place ? Different(said[place], items[i], wanted) : []
                )
            );
        }

        return changes;
    }

    /// <summary>Whether a document says now what was wanted.</summary>
    public static bool IsDone(LooseDocument document, IReadOnlyList<NfoChange> changes)
    {
        List<NfoItem> said = Read(document);
        return changes.All(change =>
            change.Root is not { } place
            || (place < said.Count && Different(said[place], change.Given, change.Wanted).Count == 0)
        );
    }

    private static List<NfoItem> Read(LooseDocument document) =>
        [
            .. NfoRoots
                .Of(document)
                .Select(root =>
                    NfoItemReader.Read(root.Kind, new NfoElements(document, root.Element.Elements, new FindingList()))
                ),
        ];

    private static List<NfoField> Different(NfoItem said, NfoItem given, NfoItem wanted) =>
        [.. NfoFields.Of(given.Kind).All.Where(field => !field.IsSame(said, given) && !field.IsSame(said, wanted))];

    private static bool IsSameEpisode(NfoItem one, NfoItem other) =>
        one.Kind == other.Kind && one.Season == other.Season && one.Episode == other.Episode;

    private static int? Take(SortedSet<int> free, Func<int, bool> isWanted)
    {
        foreach (int place in free)
        {
            if (isWanted(place))
            {
                free.Remove(place);
                return place;
            }
        }

        return null;
    }
}
