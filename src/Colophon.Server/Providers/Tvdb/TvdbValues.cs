using System.Text.Json;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>Values that records of all kinds tell alike. Its "score" is a measure of popularity and no rating.</summary>
internal static class TvdbValues
{
    /// <summary>Where the library names no country; media centres do the same.</summary>
    private const string CountryByDefault = "usa";

    public static IReadOnlyList<string> Names(IEnumerable<JsonElement> entries) =>
        [.. entries.Select(entry => entry.Text("name")).OfType<string>().Distinct()];

    /// <summary>0 is written where nobody knows.</summary>
    public static NumberValue? Minutes(int? minutes) => minutes > 0 ? new NumberValue(minutes.Value) : null;

    public static NumberValue? Number(int? number) => number is { } told ? new NumberValue(told) : null;

    public static string? Certification(JsonElement record, string? country)
    {
        var code = country is null ? CountryByDefault : TvdbCodes.CountryCode(country);
        return record
            .List("contentRatings")
            .Where(rating => rating.Text("country") is { } of && of == code)
            .Select(rating => rating.Text("name"))
            .FirstOrDefault(name => name is not null);
    }

    public static string? Trailer(JsonElement record, ProviderSession session)
    {
        var languages = TvdbCodes.Wanted(session).ToList();
        return record
            .List("trailers")
            .OrderBy(trailer => languages.IndexOf(trailer.Text("language") ?? "") is >= 0 and var place ? place : 99)
            .Select(trailer => trailer.Address("url")?.ToString())
            .FirstOrDefault(address => address is not null);
    }
}
