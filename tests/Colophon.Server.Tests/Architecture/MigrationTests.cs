using System.Reflection;
using System.Text.RegularExpressions;
using Colophon.Jobs;
using Colophon.Server.Platform.Http;

namespace Colophon.Server.Tests.Architecture;

public sealed partial class MigrationTests
{
    private static readonly Assembly[] Holders = [typeof(ApiError).Assembly, typeof(Job).Assembly];

    private static readonly IReadOnlyList<string> Files = SourceCode.Paths("src", ".sql");

    [Fact]
    public void A_migration_carries_its_time_its_name_and_its_dialect() =>
        Guard.NothingIn(
            [.. Files.Where(path => !MigrationName().IsMatch(Path.GetFileName(path)))],
            "a migration is named <14 digits>_<name>.<sqlite or postgres>.sql"
        );

    [Fact]
    public void Every_migration_is_part_of_its_assembly()
    {
        var embedded = Holders.SelectMany(assembly => assembly.GetManifestResourceNames()).ToList();

        Guard.NothingIn(
            [
                .. Files.Where(path =>
                    !embedded.Exists(name => name.EndsWith($".{Path.GetFileName(path)}", StringComparison.Ordinal))
                ),
            ],
            "a migration is an embedded resource"
        );
    }

    [Fact]
    public void No_two_migrations_of_a_dialect_have_one_time() =>
        Guard.NothingIn(
            [
                .. Files
                    .Select(path => MigrationName().Match(Path.GetFileName(path)))
                    .GroupBy(match => (match.Groups["time"].Value, match.Groups["dialect"].Value))
                    .Where(group => group.Count() > 1)
                    .Select(group => $"{group.Key}: {string.Join(", ", group.Select(match => match.Value))}"),
            ],
            "migrations run in the order of their times"
        );

    /// <summary>
    /// PostgreSQL is a later store: while it has no migration at all there is nothing to compare. From its first one on
    /// each migration stands in both dialects.
    /// </summary>
    [Fact]
    public void Once_there_are_two_dialects_each_migration_stands_in_both()
    {
        var dialects = Files
            .Select(path => MigrationName().Match(Path.GetFileName(path)))
            .ToLookup(match => match.Groups["dialect"].Value, match => match.Groups["key"].Value);
        if (!dialects.Contains("postgres"))
            return;

        var sqlite = dialects["sqlite"].ToHashSet(StringComparer.Ordinal);
        sqlite.SymmetricExceptWith(dialects["postgres"]);
        Guard.NothingIn(sqlite, "a migration stands in both dialects");
    }

    [GeneratedRegex(@"^(?<key>(?<time>\d{14})_[a-z0-9]+(_[a-z0-9]+)*)\.(?<dialect>sqlite|postgres)\.sql$")]
    private static partial Regex MigrationName();
}
