using System.Globalization;

namespace Colophon.Server.Platform.Http;

/// <summary>Library access as a condition for SQL. Ids are whole numbers from our own tables, so they are written out.</summary>
public static class LibraryFilter
{
    /// <summary>A condition over a column that is never null: <c>where {caller.LibrarySql("i.library_id")}</c>.</summary>
    public static string LibrarySql(this Caller caller, string column)
    {
        if (caller.Libraries is not { } libraries)
            return "1 = 1";
        if (libraries.Count == 0)
            return "1 = 0";
        var ids = libraries.Order().Select(id => id.ToString(CultureInfo.InvariantCulture));
        return $"{column} in ({string.Join(", ", ids)})";
    }

    /// <summary>The refusal for a library the caller may not see, or null.</summary>
    public static ApiError? LibraryRefusal(this Caller caller, long libraryId) =>
        caller.Sees(libraryId) ? null : ApiErrors.LibraryForbidden();
}
