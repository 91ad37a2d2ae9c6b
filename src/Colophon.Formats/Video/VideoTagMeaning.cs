using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Video;

/// <summary>Says what the tags of a video file mean, once, for every container.</summary>
internal static partial class VideoTagMeaning
{
    // names under which programs write ids; what stands before them says of what
    private static readonly (string Name, string Type)[] _ids =
    [
        ("IMDB", "imdb"),
        ("IMDBID", "imdb"),
        ("TMDB", "tmdb"),
        ("TMDBID", "tmdb"),
        ("TVDB", "tvdb"),
        ("TVDBID", "tvdb"),
        ("TVDB2", "tvdb"),
    ];

    private static readonly (string Prefix, string? Of)[] _owners =
    [
        ("", null),
        ("SHOW", "show"),
        ("SEASON", "season"),
    ];

    public static VideoTags Of(TagDraft tags, FindingList findings)
    {
        if (tags.IsEmpty)
        {
            return VideoTags.None;
        }

        if (tags.IsFull)
        {
            findings.Warn(FindingCodes.VideoListCut, "tags");
        }

        return new VideoTags
        {
            Title = tags.Line(TagNames.Title),
            Date = tags.Date(),
            Comment = tags.First(TagNames.Comment),
            Description = tags.Description(),
            Genres = tags.Genres(),
            Artists = tags.Names(TagNames.Artist),
            Show = tags.Line(TagNames.Show),
            Season = Count(tags, TagNames.Season),
            Episode = Count(tags, TagNames.Episode),
            Network = tags.Line(TagNames.Network),
            Work = Work(tags),
            Identifiers = [.. Identifiers(tags).Distinct()],
            All = tags.All(),
        };
    }

    /// <summary>As <see cref="TagDraft.Number"/>; zero is a season too.</summary>
    private static int? Count(TagDraft tags, string name) =>
        tags.Number(name) ?? (tags.Line(name) is { } text && text.All(c => c == '0') ? 0 : null);

    /// <summary>iTunes' media kinds (<c>stik</c>).</summary>
    private static VideoWork? Work(TagDraft tags) =>
        tags.Line(TagNames.MediaKind) switch
        {
            "9" => VideoWork.Movie,
            "10" => VideoWork.Episode,
            "6" => VideoWork.MusicVideo,
            _ => null,
        };

    private static IEnumerable<VideoIdentifier> Identifiers(TagDraft tags) =>
        from owner in _owners
        from id in _ids
        from value in tags.Names(owner.Prefix + id.Name)
        let found = Parse(id.Type, value, owner.Of)
        where found is not null
        select found;

    /// <summary><c>tt0083658</c>, <c>movie/78</c>, <c>tv/1399</c>, <c>series/121361</c>, or a number.</summary>
    private static VideoIdentifier? Parse(string type, string value, string? of)
    {
        if (type == "imdb")
        {
            Match title = ImdbTitle().Match(value);
            return title.Success ? new VideoIdentifier(type, title.Value.ToLowerInvariant(), of) : null;
        }

        Match match = Numbered().Match(value);
        if (
            !match.Success
            || !long.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out long number)
        )
        {
            return null;
        }

        string? said = match.Groups["kind"].Value.ToLowerInvariant() switch
        {
            "movie" or "movies" => "movie",
            "tv" or "series" => "show",
            "season" or "seasons" => "season",
            "episode" or "episodes" => "episode",
            _ => of,
        };
        return new VideoIdentifier(type, number.ToString(CultureInfo.InvariantCulture), said);
    }

    [GeneratedRegex(@"\btt\d{7,10}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ImdbTitle();

    [GeneratedRegex(
        @"^(?:(?<kind>movies?|tv|series|seasons?|episodes?)/)?(?<number>\d{1,12})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();
}
