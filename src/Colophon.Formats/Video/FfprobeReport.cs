using System.Text.Json;
using Colophon.Formats.Tags;
using Colophon.Formats.Video.Ffprobe;

namespace Colophon.Formats.Video;

/// <summary>
/// What <c>ffprobe -v error -print_format json -show_format -show_streams -show_chapters</c> says of a file, as the same record
/// that <see cref="VideoReader"/> gives: for containers that it does not know (AVI, MPEG-TS, ASF, VOB, FLV, ...). Where pictures
/// lie is not in the report.
/// </summary>
public static class FfprobeReport
{
    private const int SizeLimit = 16 * 1024 * 1024;

    // what ffprobe calls otherwise than the common vocabulary
    private static readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["season_number"] = TagNames.Season,
        ["episode_sort"] = TagNames.Episode,
        ["episode_id"] = TagNames.EpisodeId,
        ["date_released"] = TagNames.Date,
    };

    /// <summary>Understands a report; never throws for bad input.</summary>
    public static Reading<VideoFile> Parse(ReadOnlySpan<byte> json)
    {
        var findings = new FindingList();
        if (Document(json) is not { } document)
        {
            findings.Fail(FindingCodes.VideoReportMalformed);
            return findings.With<VideoFile>(null);
        }

        using (document)
        {
            VideoDraft draft = Read(new FfprobeValue(document.RootElement), findings);
            if (draft.Streams.Count == 0)
            {
                findings.Fail(FindingCodes.VideoNoStream);
            }

            return findings.With(draft.ToFile());
        }
    }

    private static JsonDocument? Document(ReadOnlySpan<byte> json)
    {
        if (json.Length > SizeLimit)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static VideoDraft Read(FfprobeValue report, FindingList findings)
    {
        FfprobeValue format = report["format"];
        var draft = new VideoDraft(Container(format), findings)
        {
            DurationSeconds = format["duration"].Number is > 0 and < 1e9 and var seconds ? seconds : null,
        };
        foreach ((string name, string value) in format["tags"].Texts)
        {
            draft.Tags.Add(_names.GetValueOrDefault(name, name), value);
        }

        foreach (FfprobeValue stream in report["streams"].Items)
        {
            if (draft.Streams.Count == VideoDraft.StreamLimit)
            {
                findings.Warn(FindingCodes.VideoListCut, "streams");
                break;
            }

            if (FfprobeStream.Read(stream) is { } found)
            {
                draft.Streams.Add(found);
            }
        }

        foreach (FfprobeValue chapter in report["chapters"].Items)
        {
            double start = (chapter["start_time"].Number ?? -1) * 1000;
            if (!draft.AddChapter(chapter["tags"]["title"].Text, start, chapter["end_time"].Number * 1000))
            {
                break;
            }
        }

        return draft;
    }

    /// <summary>By the first of its names; QuickTime and MP4 share theirs and are told by the brand.</summary>
    private static string Container(FfprobeValue format)
    {
        string name = (format["format_name"].Text ?? "").Split(',')[0];
        return name switch
        {
            "mov" => format["tags"]["major_brand"].Text is null or "qt  " or "qt" ? "mov" : "mp4",
            "" => "unknown",
            _ => name,
        };
    }
}
