using Colophon.Server.Metadata;

namespace Colophon.Server.Catalog.Shown;

public sealed record CreditShown(long PersonId, string Name, string SortName, string Role);

/// <summary>Somebody who took part in a film or a show.</summary>
/// <param name="Order">Its place among all of them, from 0.</param>
public sealed record RolePlayed(long PersonId, string Name, string Role, string? Character, long Order);

public sealed record SeriesShown(long SeriesId, string Name, double? Number, double? NumberEnd, string? Unit);

/// <summary>A file of an item in a list.</summary>
public sealed record ItemFileShown(long Id, string Filepath, string FileType, string Role, long FilesizeBytes);

public sealed record IdentifierShown(string Type, string Value)
{
    internal static IReadOnlyList<IdentifierShown> Of(Merged shown) =>
        [
            .. ItemLinks
                .IdentifiersOf(shown)
                .Select(identifier => new IdentifierShown(identifier.Type, identifier.Value)),
        ];
}

public sealed record ChapterShown(
    string Title,
    long? StartMs,
    int? Page,
    string? Href,
    IReadOnlyList<ChapterShown> Children
)
{
    internal static IReadOnlyList<ChapterShown> Of(Merged shown) =>
        shown.Values.GetValueOrDefault(Fields.Chapters) is ChaptersValue chapters
            ? [.. chapters.Entries.Select(Of)]
            : [];

    private static ChapterShown Of(Chapter chapter) =>
        new(chapter.Title, chapter.StartMs, chapter.Page, chapter.Href, [.. chapter.Children.Select(Of)]);
}

public sealed record RatingShown(string Source, double Value, long? Votes)
{
    internal static IReadOnlyList<RatingShown> Of(Merged shown) =>
        shown.Values.GetValueOrDefault(Fields.Ratings) is RatingsValue ratings
            ? [.. ratings.Entries.Select(rating => new RatingShown(rating.Source, rating.Value, rating.Votes))]
            : [];
}

public sealed record FindingShown(string Code, string Message);

/// <summary>Times as the API tells them.</summary>
internal static class ShownTime
{
    public static DateTime Of(long millis) => DateTimeOffset.FromUnixTimeMilliseconds(millis).UtcDateTime;

    public static DateTime? Of(long? millis) => millis is { } at ? Of(at) : null;
}
