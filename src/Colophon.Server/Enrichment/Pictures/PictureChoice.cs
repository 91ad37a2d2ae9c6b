using Colophon.Server.Catalog;

namespace Colophon.Server.Enrichment.Pictures;

/// <summary>One type of picture that may be picked for an item.</summary>
/// <param name="Most">How many of them.</param>
/// <param name="Candidates">Best first.</param>
internal sealed record PictureChoice(string Type, int Most, IReadOnlyList<CandidateRow> Candidates)
{
    /// <summary>
    /// The types that are open: not locked, nothing chosen by a person, and nothing of the item's own (beside the media, inside it, uploaded).
    /// </summary>
    /// <param name="locks">Types that a person locked.</param>
    public static IReadOnlyList<PictureChoice> Of(IReadOnlyList<CandidateRow> rows, IReadOnlySet<string> locks) =>
        [
            .. rows.GroupBy(row => row.Type, StringComparer.Ordinal)
                .Where(type => AssetTypes.Pictures.Contains(type.Key) && !locks.Contains(type.Key))
                .Where(type => !type.Any(row => row.IsSelected || (!row.IsOffered && !row.IsRejected)))
                .Select(type => new PictureChoice(type.Key, AssetShape.MostOf(type.Key), Ranked(type)))
                .Where(choice => choice.Candidates.Count > 0)
                .OrderBy(choice => choice.Type, StringComparer.Ordinal),
        ];

    private static List<CandidateRow> Ranked(IEnumerable<CandidateRow> type) =>
        [
            // What is offered no more has no score.
            .. type.Where(row => row is { IsOffered: true, IsRejected: false, Score: > 0 })
                .OrderByDescending(row => row.Score)
                .ThenBy(row => row.Id),
        ];
}
