using System.Collections.Frozen;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Access;

/// <summary>The roles that are always there and cannot be changed.</summary>
public static class BuiltInRoles
{
    public const string Admin = "admin";
    public const string Editor = "editor";
    public const string Viewer = "viewer";

    /// <summary>Every permission there is, in the order the matrix shows them.</summary>
    public static IReadOnlyList<string> AllPermissions { get; } =
    [
        Permissions.LibrariesRead,
        Permissions.LibrariesWrite,
        Permissions.BooksRead,
        Permissions.BooksWrite,
        Permissions.MoviesRead,
        Permissions.MoviesWrite,
        Permissions.ShowsRead,
        Permissions.ShowsWrite,
        Permissions.MusicRead,
        Permissions.MusicWrite,
        Permissions.PeopleRead,
        Permissions.PeopleWrite,
        Permissions.JobsRead,
        Permissions.JobsWrite,
        Permissions.UsersRead,
        Permissions.UsersWrite,
        Permissions.ConfigRead,
        Permissions.ConfigWrite,
    ];

    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Matrix = new Dictionary<
        string,
        IReadOnlyList<string>
    >
    {
        [Admin] = AllPermissions,
        [Editor] =
        [
            Permissions.LibrariesRead,
            Permissions.BooksRead,
            Permissions.BooksWrite,
            Permissions.MoviesRead,
            Permissions.MoviesWrite,
            Permissions.ShowsRead,
            Permissions.ShowsWrite,
            Permissions.MusicRead,
            Permissions.MusicWrite,
            Permissions.PeopleRead,
            Permissions.PeopleWrite,
            Permissions.JobsRead,
            Permissions.JobsWrite,
        ],
        [Viewer] =
        [
            Permissions.LibrariesRead,
            Permissions.BooksRead,
            Permissions.MoviesRead,
            Permissions.ShowsRead,
            Permissions.MusicRead,
            Permissions.PeopleRead,
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> Names { get; } = [Admin, Editor, Viewer];

    public static IReadOnlyList<string>? Find(string name) => Matrix.GetValueOrDefault(name);
}
