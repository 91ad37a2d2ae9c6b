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
