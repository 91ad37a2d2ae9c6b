using System.Text.Json;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Comic;

/// <summary>
/// Makes metadata of ComicBookInfo 1.0 (https://code.google.com/archive/p/comicbookinfo/): JSON in the comment of the
/// archive, the fields below a member whose name begins with <c>ComicBookInfo</c>.
/// </summary>
internal static class ComicBookInfoParser
{
    private const string Member = "ComicBookInfo";

    private static readonly JsonDocumentOptions _options = new()
    {
        MaxDepth = 16,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Whether the text claims to be one; most comments of archives are something else.</summary>
    public static bool Looks(ReadOnlySpan<byte> text) =>
        text.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8) && text.IndexOf("ComicBookInfo"u8) >= 0;

    /// <summary>Null when it is no JSON or has no such member.</summary>
    public static ComicMetadata? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(text), _options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            JsonElement info = document
                .RootElement.EnumerateObject()
                .FirstOrDefault(member => member.Name.StartsWith(Member, StringComparison.Ordinal))
                .Value;
            return info.ValueKind == JsonValueKind.Object ? Of(info) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a string with half a surrogate pair
        }
    }

    private static ComicMetadata Of(JsonElement info)
    {
        ComicNumber? number = ComicNumber.Parse(Line(info, "issue"));
        return new ComicMetadata
        {
            Title = Line(info, "title"),
            Series = Line(info, "series"),
            Number = number?.Start,
            NumberEnd = number?.End,
            NumberText = Line(info, "issue"),
            Count = Whole(info, "numberOfIssues"),
            Volume = Whole(info, "volume"),
            Credits = Credits(info),
            Summary = SafeHtml.Clean(Text(info, "comments"), ComicInfoParser.DescriptionLimit),
            Genres = ComicNames.List(Line(info, "genre")),
            Tags = Tags(info),
            Publisher = Line(info, "publisher"),
            Published = ComicInfoParser.Date(
                Whole(info, "publicationYear"),
                Whole(info, "publicationMonth"),
                Whole(info, "publicationDay")
            ),
            Language = LanguageTag.Normalise(Line(info, "language")),
        };
    }

    private static List<ComicCredit> Credits(JsonElement info) =>
        [
            .. Elements(info, "credits")
                .Where(credit => credit.ValueKind == JsonValueKind.Object)
                .Select(credit => (Name: Line(credit, "person"), Role: Line(credit, "role")))
                .Where(credit => credit.Name is not null)
                .Select(credit => new ComicCredit(
                    credit.Name!,
                    ComicNames.RoleOf(credit.Role) ?? ComicNames.Contributor
                ))
                .Distinct()
                .Take(ComicNames.ListLimit),
        ];

    private static List<string> Tags(JsonElement info) =>
        [
            .. Elements(info, "tags")
                .Where(tag => tag.ValueKind == JsonValueKind.String)
                .Select(tag => CleanText.Line(tag.GetString(), ComicNames.TextLimit))
                .Where(tag => tag.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(ComicNames.ListLimit),
        ];

    private static IEnumerable<JsonElement> Elements(JsonElement info, string name) =>
        info.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : [];

    private static string? Line(JsonElement info, string name) =>
        CleanText.LineOrNull(Text(info, name), ComicNames.TextLimit);

    private static string? Text(JsonElement info, string name) =>
        !info.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static int? Whole(JsonElement info, string name) =>
        ComicNumber.Parse(Line(info, name)) is { Start: >= 0 and < int.MaxValue } number ? (int)number.Start : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
