using System.Globalization;
using System.Text.Json;
using Colophon.Formats.Text;

namespace Colophon.Server.Providers.Tmdb;

/// <summary>
/// The texts of a record in the language wanted most in which they are told. An answer holds only the first language and leaves empty what
/// is not translated; the appended translations hold the others.
/// </summary>
internal sealed class TmdbTexts(JsonElement record, ProviderSession session)
{
    private const int DescriptionLimit = 32_000;

    public string? Original => record.Text("original_title") ?? record.Text("original_name");

    /// <summary>A translation has no title of its own where it is the original one.</summary>
    public string? Title =>
        First(language =>
            Translated(language, "title")
            ?? Translated(language, "name")
            ?? (record.Text("original_language") == language ? Original : null)
        )
        ?? record.Text("title")
        ?? record.Text("name")
        ?? Original;

    public string? Tagline => Told("tagline");

    public string? Overview => Clean(Told("overview"));

    public static string? Clean(string? text) => SafeHtml.Clean(text, DescriptionLimit);

    /// <summary>Whether a name only counts: "Season 3", "Folge 12", "第3話" are written by TMDB where nobody gave a name.</summary>
    public static bool OnlyCounts(string name, int number)
    {
        var digits = string.Concat(name.Where(char.IsDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var counted)
            && counted == number
            && name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 2;
    }

    /// <summary>The name of a season: one that somebody gave it, in any language wanted, before a number.</summary>
    public string? NameOf(int number) =>
        First(language => Translated(language, "name") is { } name && !OnlyCounts(name, number) ? name : null)
        ?? record.Text("name");

    private string? Told(string name) =>
        First(language => Translated(language, name))
        ?? record.Text(name)
        ?? record
            .At("translations")
            .List("translations")
            .Select(translation => translation.At("data").Text(name))
            .FirstOrDefault(text => text is not null);

    private string? First(Func<string, string?> told) =>
        session.Languages.Select(told).FirstOrDefault(text => text is not null);

    /// <summary>Of a language's regions the library's country first: Brazil's titles are not Portugal's.</summary>
    private string? Translated(string language, string name) =>
        record
            .At("translations")
            .List("translations")
            .Where(translation => translation.Text("iso_639_1") == language)
            .OrderByDescending(translation => translation.Text("iso_3166_1") == session.Country)
            .Select(translation => translation.At("data").Text(name))
            .FirstOrDefault(text => text is not null);
}
