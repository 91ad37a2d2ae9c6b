using Colophon.Jobs.Stores;
using Colophon.Jobs.Writing;

namespace Colophon.Jobs.Working;

/// <summary>
/// Chooses what to claim: the head of every open queue is looked at, the most urgent priority goes first, queues that share it
/// take turns, and one slot in eight goes to the oldest job of all.
/// </summary>
internal sealed class Claims(ReaderPool pool, QueueGates gates, string processId)
{
    private const int MostAtOnce = 128;
    private const int OldestEvery = 8;
    private const int PromoteAtOnce = 2_000;

    private volatile bool mayHaveShort = true;
    private volatile bool mayHaveLong = true;
    private volatile bool longHeldBack;
    private volatile bool mayHaveNetwork = true;
    private volatile IReadOnlyList<string> networkHeldBack = [];
    private volatile bool stopped;
    private string lastQueue = "";
    private int sinceOldest;

    /// <summary>When the next scheduled job is due, as the last look at the queue found.</summary>
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>Whether a look at the queue may find something to do.</summary>
    public bool Wanted
    {
        get
        {
            if (stopped)
                return false;
            var room = pool.Room();
            return (mayHaveShort && room.Short > 0)
                || (mayHaveLong && room.Long > 0)
                || (longHeldBack && room is { Long: > 0, Waiting: 0 })
                || (mayHaveNetwork && room.Readers > 0)
                || networkHeldBack.Any(queue => pool.Network.RoomOf(queue) > 0);
        }
    }

    /// <summary>Jobs became claimable.</summary>
    public void Wake()
    {
        mayHaveShort = true;
        mayHaveLong = true;
        mayHaveNetwork = true;
    }

    /// <summary>No more claims in this process.</summary>
    public void Stop() => stopped = true;

    /// <summary>Claims into <see cref="Commit.Started"/> what there is room for.</summary>
    public void Claim(JobCommit commit, int most = MostAtOnce)
    {
        if (!Wanted)
            return;
        var room = pool.Room();
        var round = new Round(commit, commit.Session.Sweeps(), room, pool.Network.RoomOf)
        {
            Short = Math.Min(room.Short, most),
            Long = Math.Min(room.Long, most),
        };
        // Before the look: a gate that opens during it must not be forgotten.
        (mayHaveShort, mayHaveLong, longHeldBack) = (false, false, false);
        (mayHaveNetwork, networkHeldBack) = (false, []);
        commit.Session.Promote(commit.Now, PromoteAtOnce);
        Look(round, JobLength.Short, round.Short);
        Look(round, JobLength.Long, round.Long);
        Look(round, JobLength.Network, room.Readers);
        TakeOldest(round);
        TakeByPriority(round);
        Remember(round);
        NextDue = commit.Session.NextDue();
    }

    private void Look(Round round, JobLength line, int room)
    {
        if (room > 0)
            round.Lanes.AddRange(round.Commit.Session.Lanes(line).Where(lane => gates.IsOpen(lane.Queue)));
    }

    /// <summary>Lanes that are left have more than there was room for.</summary>
    private void Remember(Round round)
    {
        if (round.Room.Short == 0 || round.Lanes.Exists(l => l.Line == JobLength.Short))
            mayHaveShort = true;
        longHeldBack = round.Lanes.Exists(l => l.Line == JobLength.Long);
        if (round.Room.Long == 0 || (longHeldBack && round.Long == 0))
            mayHaveLong = true;
        networkHeldBack =
        [
            .. round
                .Lanes.Where(l => l.Line == JobLength.Network)
                .Select(l => l.Queue)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private void TakeOldest(Round round)
    {
        var turns = (sinceOldest + round.Short + round.Long) / OldestEvery;
        for (; turns > 0; turns--)
        {
            var open = round.Lanes.Where(l => l.Line != JobLength.Network && round.Left(l) > 0).ToList();
            if (open.Count == 0)
                return;
            var lane = open.MinBy(l => l.FirstId);
            if (Take(round, lane, 1) is { } last)
                round.Lanes[round.Lanes.IndexOf(lane)] = lane with { FirstId = last + 1 };
            sinceOldest = 0;
        }
    }

    private void TakeByPriority(Round round)
    {
        while (round.Taken < MostAtOnce * 2)
        {
            var allowed = round.Lanes.Where(l => Allowed(l, round)).ToList();
            if (allowed.Count == 0)
                return;
            var best = allowed.Min(l => l.Priority);
            var equal = allowed.Where(l => l.Priority == best).ToList();
            // By turns: the queue after the one served last begins.
            var ordered = equal
                .OrderBy(l => string.CompareOrdinal(l.Queue, lastQueue) <= 0)
                .ThenBy(l => l.Queue, StringComparer.Ordinal);
            var share = Math.Max(1, Math.Max(round.Short, round.Long) / equal.Count);
            foreach (var lane in ordered)
            {
                var take = lane.Line == JobLength.Network ? round.Left(lane) : Math.Min(share, round.Left(lane));
                if (take > 0)
                    Take(round, lane, take);
            }
        }
    }

    /// <summary>A long job does not go into a pool that is busy with more urgent short ones.</summary>
    private static bool Allowed(Lane lane, Round round) =>
        round.Left(lane) > 0
        && (lane.Line != JobLength.Long || round.Room.Short > 0 || lane.Priority <= round.Room.BestPriority);

    /// <summary>Claims from a lane; the last id, or null when the lane is empty now and out of the round.</summary>
    private long? Take(Round round, Lane lane, int take)
    {
        var commit = round.Commit;
        var jobs = commit.Session.Claim(lane, take, processId, commit.Now);
        foreach (var job in jobs)
            Keep(round, lane, job);
        lastQueue = lane.Queue;
        sinceOldest += jobs.Count;
        round.Taken += jobs.Count;
        if (jobs.Count == take)
            return jobs[^1].Id;
        round.Lanes.Remove(lane);
        return null;
    }

    /// <summary>A job of a closed scan or library is ended on the spot instead of run.</summary>
    private static void Keep(Round round, Lane lane, Job job)
    {
        var commit = round.Commit;
        var sweep = round.Sweeps.FirstOrDefault(s => s.Covers(job));
        if (sweep is null)
        {
            commit.Started.Add(job);
            round.Use(lane);
            return;
        }
        commit.Session.Close(new Fence(job.Id, job.Attempt, job.ProcessId!), sweep.Status, sweep.Error, commit.Now);
        commit.NoteClosed(commit.AsEnded(job, sweep.Status, sweep.Error));
    }

    private sealed class Round(JobCommit commit, IReadOnlyList<Sweep> sweeps, Room room, Func<string, int> networkRoom)
    {
        private readonly Dictionary<string, int> network = new(StringComparer.Ordinal);

        public JobCommit Commit => commit;
        public IReadOnlyList<Sweep> Sweeps => sweeps;
        public Room Room => room;
        public List<Lane> Lanes { get; } = [];
        public int Taken { get; set; }
        public int Short { get; set; }
        public int Long { get; set; }

        public int Left(Lane lane) =>
            lane.Line switch
            {
                JobLength.Short => Short,
                JobLength.Long => Long,
                _ => network.TryGetValue(lane.Queue, out var left)
                    ? left
                    : network[lane.Queue] = networkRoom(lane.Queue),
            };

        public void Use(Lane lane)
        {
            if (lane.Line == JobLength.Short)
                Short--;
            else if (lane.Line == JobLength.Long)
                Long--;
            else
                network[lane.Queue] = Left(lane) - 1;
        }
    }
}
