using Colophon.Formats.Media;
using Colophon.Formats.Video;
using Colophon.Server.Catalog;
using Colophon.Server.Metadata;

namespace Colophon.Server.Video;

/// <summary>
/// What a video file says about its film as evidence. Its title is no evidence: more often than not it is the name of the
/// release, or of whoever made it, and would win over the folder's.
/// </summary>
internal static class VideoEvidence
{
    public static IEnumerable<DocumentRead> Of(VideoFile? video)
    {
        if (video is null)
            yield break;
        var document = new EvidenceDraft()
            .Set(Fields.Chapters, new ChaptersValue([.. video.Chapters.Select(Chapter)]))
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([.. video.Tags.Identifiers.Where(OfItself).Select(Identifier)])
            )
            .ToDocument();
        if (!document.IsEmpty)
            yield return new DocumentRead(Sources.Embedded, Origin: null, document);
    }

    /// <summary>Not of the show or the season that it belongs to.</summary>
    private static bool OfItself(VideoIdentifier found) => found.Of is null or "movie" or "episode";

    private static Identifier Identifier(VideoIdentifier found) => new(found.Type, found.Value);

    private static Chapter Chapter(MediaChapter chapter) =>
        new(chapter.Title, chapter.StartMs, Page: null, Href: null, Children: []);
}
