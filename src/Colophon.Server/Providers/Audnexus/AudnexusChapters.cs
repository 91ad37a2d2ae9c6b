using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Audnexus;

/// <summary>The chapters of an audiobook, by time from the beginning of Audible's file.</summary>
internal static class AudnexusChapters
{
    /// <summary>Without any where it says itself that its times are guessed.</summary>
    public static ChaptersValue Of(JsonElement answer) =>
        new(answer.At("isAccurate").ValueKind == JsonValueKind.False ? [] : [.. Chapters(answer)]);

    private static IEnumerable<Chapter> Chapters(JsonElement answer) =>
        from chapter in answer.List("chapters")
        let title = chapter.Text("title")
        let start = Milliseconds(chapter, "startOffsetMs")
        where title is not null && start is not null
        select new Chapter(title, start, Page: null, Href: null, []);

    private static long? Milliseconds(JsonElement chapter, string name) =>
        chapter.Number(name) is { } number and >= 0 and < 1e12 ? (long)number : null;
}
