using Colophon.Testing;
using Dapper;

namespace Colophon.Server.Tests.Books;

internal static class SettledJobs
{
    /// <summary>Waits until no sidecar of the library is still to be written.</summary>
    public static Task SettledJobsAsync(this ColophonServer server, LibraryOnDisk library) =>
        JobProbe.Until(
            async () =>
                await server.Database.ReadAsync(
                    connection =>
                        connection.ExecuteScalarAsync<long>(
                            "select count(*) from jobs where type = 'write-sidecar' and library_id = @id and finished_at is null",
                            new { id = library.Id }
                        ),
                    TestContext.Current.CancellationToken
                ) == 0,
            "the sidecars",
            TestContext.Current.CancellationToken
        );
}
