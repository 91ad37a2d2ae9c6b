namespace Colophon.Server.Metadata.Packages;

/// <summary>Roles of people by their MARC relator codes, as package documents have them.</summary>
public static class Relators
{
    private const string Contributor = "contributor";
    private const string Unknown = "ctb";

    private static readonly (string Code, string Role)[] All =
    [
        ("aut", "author"),
        ("nrt", "narrator"),
        ("trl", "translator"),
        ("ill", "illustrator"),
        ("edt", "editor"),
        ("aui", "introduction_author"),
        ("aft", "afterword_author"),
        ("cov", "cover_artist"),
        ("art", "artist"),
        ("clr", "colorist"),
        ("pht", "photographer"),
        ("com", "compiler"),
        ("adp", "adapter"),
        ("ann", "annotator"),
    ];

    private static readonly Dictionary<string, string> Roles = All.ToDictionary(
        known => known.Code,
        known => known.Role,
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, string> Codes = All.ToDictionary(
        known => known.Role,
        known => known.Code,
        StringComparer.Ordinal
    );

    public static string RoleOf(string code) => Roles.GetValueOrDefault(code, Contributor);

    public static string CodeOf(string role) => Codes.GetValueOrDefault(role, Unknown);
}
