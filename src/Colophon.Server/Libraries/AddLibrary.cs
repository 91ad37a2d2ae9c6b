using System.Text.Json;
using System.Text.Json.Nodes;
using Colophon.Jobs;
using Colophon.Server.Catalog;
using Colophon.Server.Platform.Data;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Libraries;

/// <summary>Makes a library with its roots and starts its first scan, in one commit.</summary>
public sealed class AddLibrary(IDatabase database, LibraryPaths paths)
{
    public async Task<long> RunAsync(LibraryRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var name = LibraryRules.Name(request.Name, errors);
        if (!LibraryTypes.All.Contains(request.Type))
            errors["type"] = [$"must be one of {string.Join(", ", LibraryTypes.All)}"];
        var roots = paths.Check(request.Paths, errors);
        var options = LibraryRules.Options(LibraryOptions.For(request.Type), request.Options, errors);
        if (errors.Count > 0)
            throw ApiErrors.Validation(errors).AsException();
        return await database.WriteAsync(
            commit => Insert(commit, request, caller, name, roots, options),
            cancellationToken
        );
    }

    private static long Insert(
        Commit commit,
        LibraryRequest request,
        Caller caller,
        string name,
        IReadOnlyList<string> roots,
        LibraryOptions options
    )
    {
        LibraryRules.RefuseTakenName(commit, name, except: 0);
        LibraryRules.RefuseSharedRoots(commit, roots, except: 0);
        var id = commit
            .NewId(
                """
                insert into libraries (name, type, options, created_at, updated_at) values (@name, @type, @options, @now, @now)
                """,
                name,
                request.Type,
                options.ToJson(),
                commit.Millis()
            )!
            .Value;
        foreach (var root in roots)
            LibraryRules.InsertRoot(commit, id, root);
        // Who makes a library sees it, also when others decide which libraries that is.
        if (!caller.SeesAll)
            commit.Run("insert into library_access (user_id, library_id) values (@user, @library)", caller.UserId, id);
        if (request.Scan)
            StartScan.Start(commit, id, new ScanOptions());
        return id;
    }
}

/// <summary>Changes a library's name, roots or options.</summary>
public sealed class ChangeLibrary(IDatabase database, LibraryPaths paths)
{
    public async Task RunAsync(long id, LibraryPatch patch, CancellationToken cancellationToken)
    {
        var library =
            await database.ReadAsync(connection => Library.FindAsync(connection, id), cancellationToken)
            ?? throw ApiErrors.NotFound().AsException();
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var name = patch.Name is null ? library.Name : LibraryRules.Name(patch.Name, errors);
        var roots = patch.Paths is null ? null : paths.Check(patch.Paths, errors);
        var options = LibraryRules.Options(library.Options, patch.Options, errors);
        if (errors.Count > 0)
            throw ApiErrors.Validation(errors).AsException();
        await database.WriteAsync(commit => Store(commit, library, name, roots, options), cancellationToken);
    }

    private static bool Store(
        Commit commit,
        Library library,
        string name,
        IReadOnlyList<string>? roots,
        LibraryOptions options
    )
    {
        LibraryRules.RefuseTakenName(commit, name, library.Id);
        commit.Run(
            "update libraries set name = @name, options = @options, updated_at = @now where id = @id",
            name,
            options.ToJson(),
            commit.Millis(),
            library.Id
        );
        if (roots is not null)
            StoreRoots(commit, library, roots);
        if (!options.RanksAs(library.Options))
            commit.Insert([
                JobRequest.For(JobTypes.ReMerge, JobQueues.OfLibrary(library.Id), new LibraryJobData(library.Id)) with
                {
                    LibraryId = library.Id,
                },
            ]);
        return true;
    }

    /// <summary>A root that still has files keeps its row: only roots nothing refers to are taken away.</summary>
    private static void StoreRoots(Commit commit, Library library, IReadOnlyList<string> roots)
    {
        LibraryRules.RefuseSharedRoots(commit, roots, library.Id);
        foreach (var root in library.Roots.Where(root => !roots.Contains(root.Path)))
            DeleteLibrary.RemoveRoot(commit, root.Id);
        foreach (var path in roots.Where(path => library.Roots.All(root => root.Path != path)))
            LibraryRules.InsertRoot(commit, library.Id, path);
    }
}

/// <summary>Rules that making and changing a library share.</summary>
internal static class LibraryRules
{
    private const int LongestName = 100;

    public static string Name(string? name, Dictionary<string, string[]> errors)
    {
        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > LongestName || trimmed.Any(char.IsControl))
            errors["name"] = [$"must have 1 to {LongestName} characters"];
        return trimmed;
    }

    public static LibraryOptions Options(
        LibraryOptions before,
        JsonObject? changes,
        Dictionary<string, string[]> errors
    )
    {
        if (changes is null)
            return before;
        try
        {
            return before.With(changes);
        }
        catch (JsonException wrong)
        {
            errors["options" + (wrong.Path ?? "$")[1..]] = [wrong.Message];
            return before;
        }
    }

    public static void RefuseTakenName(Commit commit, string name, long except)
    {
        var isTaken = commit.Number(
            "select 1 from libraries where name = @name and deleted_at is null and id <> @except",
            name,
            except
        );
        if (isTaken is not null)
            throw ApiErrors.Validation("name", "is the name of another library").AsException();
    }

    public static void RefuseSharedRoots(Commit commit, IReadOnlyList<string> roots, long except)
    {
        var others = commit.Query(
            "select path from library_roots where library_id <> @except",
            row => row.GetString(0),
            except
        );
        foreach (var root in roots)
        {
            if (others.Find(other => LibraryPaths.Overlap(root, other)) is { } other)
                throw ApiErrors
                    .Validation("paths", $"“{root}” is shared with or nested in “{other}” of another library")
                    .AsException();
        }
    }

    public static void InsertRoot(Commit commit, long libraryId, string path) =>
        commit.Run(
            "insert into library_roots (library_id, path, available, last_seen_at) values (@library, @path, 1, @now)",
            libraryId,
            path,
            commit.Millis()
        );
}
