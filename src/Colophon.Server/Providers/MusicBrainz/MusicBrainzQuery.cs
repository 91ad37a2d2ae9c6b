using System.Text;

namespace Colophon.Server.Providers.MusicBrainz;

/// <summary>What is sought, in the language of Lucene that MusicBrainz searches by (https://musicbrainz.org/doc/MusicBrainz_API/Search).</summary>
internal static class MusicBrainzQuery
{
    private const string Special = "+-&|!(){}[]^\"~*?:\\/";

    public static string Artist(ItemQuery query)
    {
        var names = AnyOf(Titles(query));
        return $"artist:({names}) OR alias:({names})";
    }

    /// <summary>Nothing of years and numbers of tracks: other releases of the same album have others.</summary>
    public static string Release(ItemQuery query)
    {
        var titles = $"release:({AnyOf(Titles(query))})";
        return query.People.Count == 0 ? titles : $"{titles} AND artist:({AnyOf(query.People)})";
    }

    /// <summary>Each character that means something is marked, and no word is one of AND, OR, NOT: those are capitals.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (Special.Contains(letter))
                escaped.Append('\\');
            escaped.Append(letter);
        }
        return escaped.ToString();
    }

    private static IEnumerable<string> Titles(ItemQuery query) => [query.Title, .. query.OtherTitles];

    private static string AnyOf(IEnumerable<string> texts)
    {
        var terms = texts.Select(Escape).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return terms.Count == 1 ? terms[0] : string.Join(" OR ", terms.Select(term => $"({term})"));
    }
}
