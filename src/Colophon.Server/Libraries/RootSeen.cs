using Colophon.Jobs;
using Colophon.Server.Platform.Data;

namespace Colophon.Server.Libraries;

/// <summary>A root was looked at: is it there?</summary>
public sealed record RootSeen(long RootId, RootPresence Presence);

public sealed class RootSeenApplier : IApplier<RootSeen>
{
    public void Apply(IReadOnlyList<Applied<RootSeen>> records, Commit commit)
    {
        foreach (var applied in records)
            Store(commit, applied.Record);
    }

    public static void Store(Commit commit, RootSeen seen)
    {
        var isThere = seen.Presence == RootPresence.Available;
        commit.Run(
            """
            update library_roots set available = @available, last_seen_at = case when @there = 1 then @now else last_seen_at end
            where id = @id
            """,
            isThere ? 1L : 0L,
            isThere ? 1L : 0L,
            commit.Millis(),
            seen.RootId
        );
    }
}
