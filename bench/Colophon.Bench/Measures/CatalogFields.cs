using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures;

/// <summary>What the API says of a book, under the names of <see cref="ManifestFields"/>.</summary>
internal sealed class CatalogFields(JsonNode book, string? cover)
{
    private readonly JsonNode file = book["files"]?.AsArray() is [{ } first, ..] ? first : new JsonObject();

    public string? this[string field] =>
        field switch
        {
            "title" => (string?)book["title"],
            "language" => (string?)file["language"],
            "cover" => cover,
            "authors" => ManifestFields.Joined(book["authors"], person => (string?)person["name"]),
            "narrators" => ManifestFields.Joined(file["narrators"], person => (string?)person["name"]),
            "series" => book["series"]?.AsArray() is [{ } series, ..]
                ? ManifestFields.Series((string?)series["name"], ManifestFields.Number(series["number"]))
                : null,
            "isbn" => Identifier("isbn_13"),
            "asin" => Identifier("asin"),
            "published" => (string?)file["release_date"],
            "publisher" => (string?)file["publisher"],
            "genres" => ManifestFields.Joined(book["genres"], name => (string?)name),
            "pages" => ManifestFields.Number(file["page_count"]),
            "chapters" => Chapters(),
            _ => ManifestFields.Joined(
                book["authors"],
                person => (string?)person["role"] == field ? (string?)person["name"] : null
            ),
        };

    private string? Identifier(string type) =>
        file["identifiers"]
            ?.AsArray()
            .Where(identifier => (string?)identifier!["type"] == type)
            .Select(identifier => (string?)identifier!["value"])
            .FirstOrDefault();

    /// <summary>Of a book in several files those of all files, one after the other.</summary>
    private string Chapters() =>
        string.Join(
            "; ",
            book["files"]
                ?.AsArray()
                .Select(part => ManifestFields.Joined(part!["chapters"], chapter => (string?)chapter["title"]))
                .Where(titles => !string.IsNullOrEmpty(titles))
                ?? []
        );
}
