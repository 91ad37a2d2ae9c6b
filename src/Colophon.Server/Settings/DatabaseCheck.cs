using System.Data.Common;
using Colophon.Jobs;
using Colophon.Server.Platform.Hosting;
using Dapper;

namespace Colophon.Server.Settings;

/// <summary>Opens the database, reads from it, and asks what strains it.</summary>
internal sealed class DatabaseCheck(IDatabase database, ServerOptions options) : ISystemCheck
{
    public async Task<IReadOnlyList<CheckResult>> ExamineAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (database.Trouble is { } trouble)
                return [Result(CheckVerdict.Broken, trouble.Message)];
            var users = await database.ReadAsync(
                connection => Task.FromResult(connection.QuerySingle<long>("select count(*) from users")),
                cancellationToken
            );
            var strains = await database.Upkeep.StrainsAsync(cancellationToken);
            return
            [
                Result(CheckVerdict.Well, $"{options.DatabaseName}, {users} {(users == 1 ? "user" : "users")}"),
                .. strains.Select(strain => Result(CheckVerdict.Strained, strain)),
            ];
        }
        catch (DbException refused)
        {
            return [Result(CheckVerdict.Broken, $"{options.DatabaseName} cannot be read: {refused.Message}")];
        }
    }

    private static CheckResult Result(CheckVerdict verdict, string message) =>
        new(CheckKind.Database, "database", verdict, message);
}
