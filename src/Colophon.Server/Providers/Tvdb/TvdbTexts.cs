using System.Text.Json;
using Colophon.Formats.Text;

namespace Colophon.Server.Providers.Tvdb;

/// <summary>The texts of a record in the language wanted most in which they are told; the record itself speaks its first language.</summary>
internal sealed class TvdbTexts(JsonElement record, ProviderSession session)
{
    private const int DescriptionLimit = 32_000;
    private readonly IReadOnlyList<string> wanted = TvdbCodes.Wanted(session);

    public string? Title => Told("nameTranslations", "name", wanted) ?? record.Text("name");

    public string? Original =>
        record.Text("originalLanguage") is { } language
            ? Told("nameTranslations", "name", [language]) ?? record.Text("name")
            : null;

    public string? Overview =>
        Clean(
            Told("overviewTranslations", "overview", wanted)
                ?? record.Text("overview")
                ?? record
                    .At("translations")
                    .List("overviewTranslations")
                    .Select(translation => translation.Text("overview"))
                    .FirstOrDefault(text => text is not null)
        );

    public string? Tagline => Told("overviewTranslations", "tagline", wanted);

    public static string? Clean(string? text) => SafeHtml.Clean(text, DescriptionLimit);

    /// <summary>Aliases stand in the same list as the name and are marked.</summary>
    private string? Told(string list, string name, IReadOnlyList<string> languages) =>
        languages
            .SelectMany(language =>
                record
                    .At("translations")
                    .List(list)
                    .Where(translation => translation.Text("language") == language && !translation.Flag("isAlias"))
            )
            .Select(translation => translation.Text(name))
            .FirstOrDefault(text => text is not null);
}
