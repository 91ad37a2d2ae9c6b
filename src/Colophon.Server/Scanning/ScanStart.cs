using System.Text.Json;
using Colophon.Jobs;
using Colophon.Server.Libraries;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Scanning;

/// <summary>Makes the rows of a scan job in the commit that starts it: one a library, a global job's list frozen by that.</summary>
internal static class ScanStart
{
    public static void MakeRows(Commit commit, Job job)
    {
        if (commit.Number("select 1 from scans where job_id = @job limit 1", job.Id) is not null)
            return;
        var options = ScanOptions.FromJson(job.Payload);
        var libraries = commit.Query(
            "select id, options, name from libraries where deleted_at is null and (@all = 1 or id = @id) order by id",
            row => (Id: row.GetInt64(0), Options: row.GetString(1), Name: row.GetString(2)),
            job.LibraryId is null ? 1L : 0L,
            job.LibraryId ?? 0L
        );
        foreach (var library in libraries)
        {
            var defaults = LibraryOptions.Parse(library.Options);
            var filled = options.WithDefaults(new LibraryScanDefaults(defaults.AutoEnrich, defaults.EnrichmentMode));
            var id = commit.NewId(
                """
                insert into scans (job_id, library_id, status, options, started_at, updated_at)
                values (@job, @library, @status, @options, @now, @now)
                """,
                job.Id,
                library.Id,
                ScanStatus.Discovering,
                JsonSerializer.Serialize(filled, JobJson.Options),
                commit.Millis()
            );
            commit.State<ScansTouched>().Ids.Add(id!.Value);
            ScanLog.Began(commit, job.Id, library.Name);
        }
    }
}
