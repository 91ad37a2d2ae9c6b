using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Catalog.Names;

/// <summary>Looks for names that nothing refers to: they go when that was so for as long, unless a person edited or aliased them.</summary>
public sealed record UnusedNames
{
    /// <summary>How long an unused name waits for a file that brings it back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
}

internal sealed class UnusedNamesApplier : IApplier<UnusedNames>
{
    public void Apply(IReadOnlyList<Applied<UnusedNames>> records, Commit commit)
    {
        foreach (var kind in NameKind.All)
            Prune(commit, kind);
    }

    private static void Prune(Commit commit, NameKind kind)
    {
        var isUsed = $"exists (select 1 from {kind.Links} l where l.{kind.Reference} = {kind.Table}.id)";
        var isAliased = $"exists (select 1 from {kind.Aliases} a where a.{kind.Reference} = {kind.Table}.id)";
        commit.Run($"update {kind.Table} set unused_since = null where unused_since is not null and {isUsed}");
        commit.Run(
            $"""
            delete from {kind.Table}
            where unused_since <= @before and edited = 0 and not {isUsed} and not {isAliased}
            """,
            (commit.Now - UnusedNames.Kept).ToUnixTimeMilliseconds()
        );
        commit.Run(
            $"update {kind.Table} set unused_since = @now where unused_since is null and not {isUsed}",
            commit.Millis()
        );
    }
}
