using System.Text.Json;
using System.Text.RegularExpressions;
using Colophon.Server.Metadata;

namespace Colophon.Server.Providers.OpenLibrary;

/// <summary>Who worked on an edition besides the authors.</summary>
internal static partial class OpenLibraryContributors
{
    public const string Narrator = "narrator";
    private const string Anybody = "contributor";
    private const int Most = 60;

    public static IReadOnlyList<Credit> Of(JsonElement edition) =>
        [.. Listed(edition).Concat(Written(edition)).Where(person => person.Role != "author").Distinct().Take(Most)];

    private static IEnumerable<Credit> Listed(JsonElement edition) =>
        from person in edition.List("contributors")
        let name = person.Text("name")
        where name is not null
        select new Credit(name, RoleOf(person.Text("role")));

    /// <summary>Older records hold one text a person; only those that say the part are understood: <c>Constance Garnett (Translator)</c>.</summary>
    private static IEnumerable<Credit> Written(JsonElement edition) =>
        edition
            .Texts("contributions")
            .Select(text => NameAndRole().Match(text))
            .Where(match => match.Success)
            .Select(match => new Credit(match.Groups["name"].Value, RoleOf(match.Groups["role"].Value)));

    private static string RoleOf(string? told)
    {
        var role = told?.Trim().ToLowerInvariant().Replace(' ', '_') ?? "";
        return role switch
        {
            "reader" or "read_by" or "voice" => Narrator,
            "cover_art" or "cover_design" or "cover_designer" or "cover" => "cover_artist",
            "illustrations" or "artist" => "illustrator",
            "introduction_by" => "introduction",
            "foreword_by" => "foreword",
            _ => Role().IsMatch(role) ? role : Anybody,
        };
    }

    [GeneratedRegex(@"^(?<name>[^()]*[^()\s])\s*\((?<role>[^()]+)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndRole();

    [GeneratedRegex("^[a-z][a-z_]{1,39}$")]
    private static partial Regex Role();
}
