namespace Colophon.Formats.Music;

/// <summary>What most say, where files of one album do not say the same.</summary>
internal static class Votes
{
    /// <summary>The most frequent value, of equals the first; null when there is none.</summary>
    public static T? Most<T>(IEnumerable<T?> values, Func<T, string> key)
        where T : class =>
        values
            .OfType<T>()
            .GroupBy(key, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()) // a stable sort
            .FirstOrDefault()
            ?.First();

    public static string? Most(IEnumerable<string?> values) => Most(values, value => value);

    /// <summary>Each once, the most frequent first.</summary>
    public static List<string> All(IEnumerable<string> values) =>
        [
            .. values
                .GroupBy(value => value, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(group => group.Count())
                .Select(group => group.First()),
        ];
}
