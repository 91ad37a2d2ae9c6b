namespace Colophon.Server.Platform.Http;

/// <summary>What a role may hold: a resource and read or write. Persisted and sent as these texts.</summary>
public static class Permissions
{
    public const string LibrariesRead = "libraries:read";
    public const string LibrariesWrite = "libraries:write";
    public const string BooksRead = "books:read";
    public const string BooksWrite = "books:write";
    public const string MoviesRead = "movies:read";
    public const string MoviesWrite = "movies:write";
    public const string ShowsRead = "shows:read";
    public const string ShowsWrite = "shows:write";
    public const string MusicRead = "music:read";
    public const string MusicWrite = "music:write";
    public const string PeopleRead = "people:read";
    public const string PeopleWrite = "people:write";
    public const string JobsRead = "jobs:read";
    public const string JobsWrite = "jobs:write";
    public const string UsersRead = "users:read";
    public const string UsersWrite = "users:write";
    public const string ConfigRead = "config:read";
    public const string ConfigWrite = "config:write";

    /// <summary>
    /// Of items of whatever kind. Nobody is given it: whoever may read one kind passes, and sees the libraries of such kinds only.
    /// </summary>
    public const string ItemsRead = "items:read";

    /// <summary>The same for writing.</summary>
    public const string ItemsWrite = "items:write";

    private static readonly Dictionary<string, string> Reading = new(StringComparer.Ordinal)
    {
        ["book"] = BooksRead,
        ["movie"] = MoviesRead,
        ["tv"] = ShowsRead,
        ["music"] = MusicRead,
    };

    private static readonly Dictionary<string, string> Writing = new(StringComparer.Ordinal)
    {
        ["book"] = BooksWrite,
        ["movie"] = MoviesWrite,
        ["tv"] = ShowsWrite,
        ["music"] = MusicWrite,
    };

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>What a permission of items means by type of library; nothing for any other.</summary>
    public static IReadOnlyDictionary<string, string> ByLibraryType(string permission) =>
        permission switch
        {
            ItemsRead => Reading,
            ItemsWrite => Writing,
            _ => Nothing,
        };
}

/// <summary>How an endpoint or hub method honours library access. Each one says so where it is mapped.</summary>
public enum LibraryCheck
{
    /// <summary>It shows nothing of any library.</summary>
    None,

    /// <summary>It leaves out what the caller may not see.</summary>
    Filters,

    /// <summary>It refuses with <c>library_forbidden</c> what the caller may not see.</summary>
    Refuses,
}
