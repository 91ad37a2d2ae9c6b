using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>Ids at other places, which MusicBrainz tells as links to their pages.</summary>
internal static partial class MusicBrainzLinks
{
    public static IEnumerable<Identifier> Of(JsonElement entity) =>
        entity
            .List("relations")
            .Where(relation => !relation.Flag("ended"))
            .Select(relation => Identifier(relation.At("url").Text("resource")))
            .OfType<Identifier>()
            .DistinctBy(identifier => identifier.Type);

    private static Identifier? Identifier(string? address)
    {
        if (address is null || Page().Match(address) is not { Success: true } page)
            return null;
        var type = (page.Groups["site"].Value, page.Groups["what"].Value) switch
        {
            ("discogs.com", "artist" or "release") => "discogs",
            ("discogs.com", "master") => "discogs_master",
            ("wikidata.org", "wiki") => "wikidata",
            ("imdb.com", "name") => "imdb",
            ("allmusic.com", "artist" or "album") => "allmusic",
            ("spotify.com", "artist" or "album") => "spotify",
            ("viaf.org", "viaf") => "viaf",
            _ => null,
        };
        return type is null ? null : new Identifier(type, page.Groups["id"].Value);
    }

    [GeneratedRegex(
        @"^https?://(www\.|open\.)?(?<site>[a-z]+\.(com|org))/(?<what>[a-z]+)/(?<id>[A-Za-z0-9]+)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Page();
}
