using Colophon.Server.Platform.Http;

namespace Colophon.Server.Activity;

/// <summary>Who may see a job, and who may make, end or repeat one. A global job shows to everybody, as it scans what everybody sees.</summary>
internal static class JobAccess
{
    public static string Visible(Caller caller, string column) => $"({column} is null or {caller.LibrarySql(column)})";

    public static ApiError? ReadRefusal(Caller caller, long? libraryId) =>
        libraryId is { } id ? caller.LibraryRefusal(id) : null;

    public static ApiError? WriteRefusal(Caller caller, long? libraryId)
    {
        if (libraryId is { } id)
            return caller.LibraryRefusal(id);
        return caller.SeesAll ? null : ApiErrors.LibraryForbidden();
    }
}
