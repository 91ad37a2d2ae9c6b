using System.Text.Json.Nodes;

namespace Colophon.Bench.Measures.Kinds;

/// <summary>The table of what is measured: a new kind is a row here.</summary>
internal static class MeasuredKinds
{
    public static IReadOnlyList<MeasuredKind> All { get; } =
    [
        new("books", "books", "book", "books", BookFields.Book) { Said = BookFields.FirstFile },
        new("comics", "comics", "book", "books", BookFields.Comic) { Said = BookFields.FirstFile },
        new("audiobooks", "audiobooks", "book", "books", BookFields.Audiobook) { Said = BookFields.FirstFile },
        new("movies", "movies", "movie", "movies", FilmFields.Movie),
        new("episodes", "tv", "tv", "episodes", FilmFields.Episode),
        new("shows", "tv", "tv", "shows", FilmFields.Show)
        {
            Said = show => $"{show["title"]} of {show["year"]}",
            Found = show => $"{show["title"]} of {show["year"]}",
            Related = show => new($"/api/shows/{show["id"]}/seasons", "seasons"),
        },
        new("tracks", "music", "music", "tracks", MusicFields.Track)
        {
            Related = track => new($"/api/albums/{track["album_id"]}", List: null),
        },
        new("albums", "music", "music", "albums", MusicFields.Album)
        {
            Said = album => $"{album["album"]} by {album["artist"]}",
            Found = album => $"{album["title"]} by {album["artist"]}",
        },
    ];

    /// <summary>Those a made library holds.</summary>
    public static IEnumerable<MeasuredKind> In(ILookup<string, JsonNode> manifest) =>
        All.Where(kind => manifest[kind.Name].Any());
}
