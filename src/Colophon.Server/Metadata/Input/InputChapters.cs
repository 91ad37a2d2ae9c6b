using System.Text.Json;

namespace Colophon.Server.Metadata.Input;

/// <summary>Chapters somebody sent, nested; all of them together are bounded.</summary>
internal sealed class InputChapters(InputReader reader)
{
    private const int MaxLevels = 16;
    private const int MaxHref = 2000;
    private const long MaxMilliseconds = 1000L * 3600 * 24 * 365;
    private int count;

    public List<Chapter>? Read(JsonElement json) => Read(json, reader.Field.Name, level: 1);

    private List<Chapter>? Read(JsonElement json, string where, int level) =>
        reader.List(json, where, (one, at) => Chapter(one, at, level));

    private Chapter? Chapter(JsonElement json, string where, int level)
    {
        if (level > MaxLevels)
            return reader.Refuse<Chapter>(where, $"is nested deeper than {MaxLevels} levels.");
        if (++count > reader.Field.MaxEntries)
            return reader.Refuse<Chapter>(reader.Field.Name, $"has more than {reader.Field.MaxEntries} entries.");
        if (InputObject.Open(reader, json, where) is not { } opened)
            return null;
        var title = opened.Needed("title", reader.Field.MaxLength);
        var start = opened.Whole("start_ms", MaxMilliseconds);
        var page = opened.Whole("page", int.MaxValue);
        var href = opened.Optional("href", MaxHref);
        var children = opened.Take("children") is { } below ? Read(below, $"{where}.children", level + 1) : [];
        var chapter = opened.Close(new Chapter(title, start, (int?)page, href, children ?? []));
        return children is null ? null : chapter;
    }
}
