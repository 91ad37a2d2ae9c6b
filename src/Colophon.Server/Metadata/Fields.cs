using System.Collections.Frozen;
using Colophon.Server.Metadata.Input;

namespace Colophon.Server.Metadata;

/// <summary>The field table: every field of every kind, once. Reading, merging, storing, editing, the API and its schema come from it.</summary>
public static class Fields
{
    public const string Title = "title";
    public const string OriginalTitle = "original_title";
    public const string SortTitle = "sort_title";
    public const string Subtitle = "subtitle";
    public const string Tagline = "tagline";
    public const string Outline = "outline";
    public const string Description = "description";
    public const string Runtime = "runtime_min";
    public const string Certification = "certification";
    public const string Ratings = "ratings";
    public const string UserRating = "user_rating";
    public const string Studios = "studios";
    public const string Countries = "countries";
    public const string People = "people";
    public const string Collection = "collection";
    public const string Trailer = "trailer_url";
    public const string Edition = "edition";
    public const string Authors = "authors";
    public const string Contributors = "contributors";
    public const string Series = "series";
    public const string Genres = "genres";
    public const string Tags = "tags";
    public const string Name = "name";
    public const string Narrators = "narrators";
    public const string Publisher = "publisher";
    public const string Imprint = "imprint";
    public const string ReleaseDate = "release_date";
    public const string Language = "language";
    public const string Identifiers = "identifiers";
    public const string Chapters = "chapters";
    public const string Url = "url";
    public const string EndDate = "end_date";
    public const string BeginDate = "begin_date";
    public const string Status = "status";
    public const string IndexNumber = "index_number";
    public const string IndexNumberEnd = "index_number_end";
    public const string Disc = "disc";
    public const string Artists = "artists";
    public const string AlbumType = "album_type";
    public const string Styles = "styles";
    public const string Moods = "moods";

    private const FieldLevel Item = FieldLevel.Item;
    private const FieldLevel File = FieldLevel.File;
    private static readonly FrozenSet<string> Book = ["book"];
    private static readonly FrozenSet<string> Movie = ["movie"];
    private static readonly FrozenSet<string> Show = ["show"];
    private static readonly FrozenSet<string> Episode = ["episode"];
    private static readonly FrozenSet<string> Album = ["album"];
    private static readonly FrozenSet<string> Track = ["track"];
    private static readonly FrozenSet<string> Artist = ["artist"];
    private static readonly FrozenSet<string> Told = ["movie", "show"];
    private static readonly FrozenSet<string> Filmed = ["movie", "show", "episode"];
    private static readonly FrozenSet<string> Watched = ["movie", "episode"];
    private static readonly FrozenSet<string> Sung = ["album", "track"];
    private static readonly FrozenSet<string> Music = ["artist", "album", "track"];
    private static readonly FrozenSet<string> Numbered = ["season", "episode", "track"];
    private static readonly FrozenSet<string> Ended = ["show", "artist"];
    private static readonly FrozenSet<string> Made = [.. Filmed, .. Sung];
    private static readonly FrozenSet<string> Dated = ["movie", "show", "season", "episode", "album", "track"];
    private static readonly FrozenSet<string> NoBook =
    [
        "movie",
        "show",
        "season",
        "episode",
        "artist",
        "album",
        "track",
    ];
    private static readonly FrozenSet<string> Any = [.. NoBook, "book"];

    /// <summary>In the order they are shown, stored and merged; what a field is made from stands before it.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        new(Title, FieldType.Text, Item, Any, MaxLength: 1000) { Presence = FieldPresence.Required },
        new(OriginalTitle, FieldType.Text, Item, Filmed, MaxLength: 1000),
        new(SortTitle, FieldType.Text, Item, Any, MaxLength: 1000) { DerivedFrom = Title },
        new(Subtitle, FieldType.Text, Item, Book, MaxLength: 1000),
        new(Artists, FieldType.People, Item, Sung) { DefaultRole = "artist" },
        new(Disc, FieldType.Number, Item, Track),
        new(IndexNumber, FieldType.Number, Item, Numbered),
        new(IndexNumberEnd, FieldType.Number, Item, Episode),
        new(Tagline, FieldType.Text, Item, Told, MaxLength: 1000),
        new(Outline, FieldType.Text, Item, Filmed, MaxLength: 100_000) { Rule = TextRule.Paragraphs },
        new(Description, FieldType.Text, Item, Any, MaxLength: 100_000) { Rule = TextRule.Paragraphs },
        new(ReleaseDate, FieldType.Date, Item, Dated),
        new(BeginDate, FieldType.Date, Item, Artist),
        new(EndDate, FieldType.Date, Item, Ended),
        new(Status, FieldType.Text, Item, Show),
        new(AlbumType, FieldType.Text, Item, Album),
        new(Runtime, FieldType.Number, Item, Filmed),
        new(Certification, FieldType.Text, Item, Filmed),
        new(Ratings, FieldType.Ratings, Item, NoBook) { MaxEntries = 50 },
        new(UserRating, FieldType.Number, Item, NoBook),
        new(People, FieldType.People, Item, Made) { DefaultRole = "actor" },
        new(Studios, FieldType.Names, Item, Filmed),
        new(Publisher, FieldType.Text, Item, Album),
        new(Countries, FieldType.Names, Item, Told),
        new(Collection, FieldType.Text, Item, Movie, MaxLength: 1000),
        new(Trailer, FieldType.Text, Item, Told, MaxLength: 2000) { Rule = TextRule.Address },
        new(Identifiers, FieldType.Identifiers, Item, NoBook) { MaxEntries = 100 },
        new(Authors, FieldType.People, Item, Book),
        new(Contributors, FieldType.People, Item, Book) { DefaultRole = "contributor" },
        new(Series, FieldType.Series, Item, Book) { MaxEntries = 100 },
        new(Genres, FieldType.Names, Item, Any),
        new(Styles, FieldType.Names, Item, Music),
        new(Moods, FieldType.Names, Item, Music),
        new(Tags, FieldType.Names, Item, Any),
        new(Name, FieldType.Text, File, NoBook, MaxLength: 1000),
        new(Edition, FieldType.Text, File, Watched),
        new(Name, FieldType.Text, File, Book, MaxLength: 1000) { StandIn = Title },
        new(Narrators, FieldType.People, File, Book) { DefaultRole = "narrator" },
        new(Publisher, FieldType.Text, File, Book),
        new(Imprint, FieldType.Text, File, Book),
        new(ReleaseDate, FieldType.Date, File, Book),
        new(Language, FieldType.Text, File, Book, MaxLength: 35) { Rule = TextRule.Language },
        new(Identifiers, FieldType.Identifiers, File, Book)
        {
            MaxEntries = 100,
            IdentifierTypes = IdentifierRules.OfBooks,
        },
        new(Chapters, FieldType.Chapters, File, Any, MaxLength: 1000) { MaxEntries = 10_000 },
        new(Url, FieldType.Text, File, Book, MaxLength: 2000) { Rule = TextRule.Address },
    ];

    private static readonly FrozenDictionary<(string Kind, FieldLevel Level), Field[]> ByKind = All.SelectMany(field =>
            field.Kinds.Select(kind => (Key: (kind, field.Level), field))
        )
        .GroupBy(row => row.Key, row => row.field)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<string, FieldName> ByName = All.Select(field => (field.Name, field.Type))
        .Distinct()
        .Select((field, position) => new FieldName(field.Name, field.Type, position))
        .ToFrozenDictionary(name => name.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FieldName>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The fields of a kind; none for a kind nobody knows.</summary>
    public static IReadOnlyList<Field> For(string kind, FieldLevel level) => Of(kind, level);

    public static Field? Find(string kind, FieldLevel level, string name) =>
        Array.Find(Of(kind, level), field => field.Name == name);

    internal static Field[] Of(string kind, FieldLevel level) => ByKind.GetValueOrDefault((kind, level)) ?? [];

    internal static FieldName? NameOf(string name) => ByName.GetValueOrDefault(name);

    internal static FieldName? NameOf(ReadOnlySpan<char> name) =>
        BySpan.TryGetValue(name, out var found) ? found : null;
}

/// <summary>A field's name with its type, and its place in everything that is ordered by field.</summary>
internal sealed record FieldName(string Name, FieldType Type, int Position);
