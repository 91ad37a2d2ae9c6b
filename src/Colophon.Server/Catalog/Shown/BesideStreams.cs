using System.Data.Common;
using Colophon.Formats.Media;
using Colophon.Formats.Naming.Companions;
using Dapper;

namespace Colophon.Server.Catalog.Shown;

/// <summary>
/// Subtitles and sound tracks beside videos, shown among the videos' streams. They are not stored there: what lies beside a video
/// may change while the video does not, so the assets' rows are asked, and the names say the rest.
/// </summary>
internal static class BesideStreams
{
    // By ffprobe's names; what is not here depends on what is in it.
    private static readonly Dictionary<string, string> Codecs = new(StringComparer.OrdinalIgnoreCase)
    {
        [".srt"] = "subrip",
        [".ass"] = "ass",
        [".ssa"] = "ass",
        [".vtt"] = "webvtt",
        [".sup"] = "hdmv_pgs_subtitle",
        [".smi"] = "sami",
        [".sami"] = "sami",
        [".ttml"] = "ttml",
        [".dfxp"] = "ttml",
        [".jss"] = "jacosub",
        [".mpl2"] = "mpl2",
        [".pjs"] = "pjs",
        [".aac"] = "aac",
        [".ac3"] = "ac3",
        [".eac3"] = "eac3",
        [".ec3"] = "eac3",
        [".dts"] = "dts",
        [".dtshd"] = "dts",
        [".flac"] = "flac",
        [".mp2"] = "mp2",
        [".mp3"] = "mp3",
        [".opus"] = "opus",
        [".thd"] = "truehd",
        [".truehd"] = "truehd",
    };

    /// <summary>By file, in the order of their names.</summary>
    public static async Task<ILookup<long, BesideStream>> OfItemAsync(DbConnection connection, long itemId)
    {
        var rows = await connection.QueryAsync<Row>(
            $"""
            select a.file_id as FileId, a.type, a.language, a.origin, r.path as Root, u.relative_path as Unit, f.relative_path as File
            from assets a join files f on f.id = a.file_id join units u on u.id = f.unit_id join library_roots r on r.id = f.root_id
            where a.item_id = @itemId and a.rejected = 0 and a.source = '{AssetSources.Path}'
                and a.type in ('{AssetTypes.Subtitle}', '{AssetTypes.Audio}')
            order by a.type, a.origin
            """,
            new { itemId }
        );
        return rows.ToLookup(row => row.FileId, Of);
    }

    private static BesideStream Of(Row row)
    {
        var path = AssetOrigins.PathOf(row.Origin)!;
        var relative = AssetOrigins.RelativePath(row.Unit, row.File, path);
        var said = new CompanionFolder([Path.GetFileNameWithoutExtension(row.File)])
            .Explain(CompanionFolder.Divide(path).Below)
            .Name;
        var stream = new MediaStream(Index: 0, row.Type == AssetTypes.Subtitle ? StreamType.Subtitle : StreamType.Audio)
        {
            Codec = Codecs.GetValueOrDefault(Path.GetExtension(path)),
            Language = row.Language,
            Title = said?.Title,
            IsDefault = said?.IsDefault == true,
            IsForced = said?.IsForced == true,
            IsHearingImpaired = said?.IsHearingImpaired == true,
        };
        return new BesideStream(stream, $"{row.Root.TrimEnd('/')}/{relative}");
    }

    private sealed record Row
    {
        public long FileId { get; init; }

        public string Type { get; init; } = "";

        public string? Language { get; init; }

        public string Origin { get; init; } = "";

        public string Root { get; init; } = "";

        public string Unit { get; init; } = "";

        public string File { get; init; } = "";
    }
}

/// <summary>A stream in a file of its own.</summary>
internal sealed record BesideStream(MediaStream Stream, string Path);
