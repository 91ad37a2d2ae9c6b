using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>Values that records of all kinds tell alike.</summary>
internal static class TmdbValues
{
    /// <summary>Kodi's name of its rating.</summary>
    private const string RatingName = "themoviedb";

    public static IReadOnlyList<string> Names(JsonElement record, string list) =>
        [.. record.List(list).Select(entry => entry.Text("name")).OfType<string>().Distinct()];

    /// <summary>0 is written where nobody knows.</summary>
    public static NumberValue? Minutes(int? minutes) => minutes > 0 ? new NumberValue(minutes.Value) : null;

    public static NumberValue? Number(int? number) => number is { } told ? new NumberValue(told) : null;

    /// <summary>A season has an average and no count of votes.</summary>
    public static RatingsValue? Ratings(JsonElement record) =>
        record.Number("vote_average") is > 0 and <= 10 and var average && record.Integer("vote_count") is not 0
            ? new RatingsValue([new Rating(RatingName, average, record.Integer("vote_count"))])
            : null;

    /// <summary>Official ones first, in the language wanted most.</summary>
    public static string? Trailer(JsonElement record, ProviderSession session)
    {
        var languages = session.Languages.ToList();
        return record
            .At("videos")
            .List("results")
            .Where(video => video.Text("site") == "YouTube" && video.Text("type") == "Trailer")
            .Where(video => video.Text("key") is not null)
            .OrderBy(video => languages.IndexOf(video.Text("iso_639_1") ?? "") is >= 0 and var place ? place : 99)
            .ThenByDescending(video => video.Flag("official"))
            .Select(video => $"https://www.youtube.com/watch?v={Uri.EscapeDataString(video.Text("key")!)}")
            .FirstOrDefault();
    }
}
