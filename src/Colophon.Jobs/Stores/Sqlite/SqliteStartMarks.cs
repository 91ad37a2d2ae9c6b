using System.IO.MemoryMappedFiles;
using System.Text;

namespace Colophon.Jobs.Stores.Sqlite;

/// <summary>
/// Marks in a small mapped file beside the database: setting one costs nothing, and what is in it outlives a kill of the process
/// (not a power cut, after which every job counts as begun or the marks are those of another process).
/// </summary>
internal sealed class SqliteStartMarks : IStartMarks, IDisposable
{
    private const int Slots = 1_024;
    private const int OwnerBytes = 256;
    private const int SlotBytes = 16;

    private readonly Lock gate = new();
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly Dictionary<(long JobId, int Attempt), int> taken = [];
    private readonly Stack<int> free = new(Enumerable.Range(0, Slots));
    private readonly string leftBy;
    private readonly HashSet<(long JobId, long Attempt)> left = [];

    public SqliteStartMarks(string path)
    {
        file = MemoryMappedFile.CreateFromFile(
            path,
            FileMode.OpenOrCreate,
            mapName: null,
            OwnerBytes + (Slots * SlotBytes)
        );
        view = file.CreateViewAccessor();
        var owner = new byte[OwnerBytes];
        view.ReadArray(0, owner, 0, OwnerBytes);
        leftBy = Encoding.UTF8.GetString(owner).TrimEnd('\0');
        for (var slot = 0; slot < Slots; slot++)
            left.Add((view.ReadInt64(Offset(slot)), view.ReadInt64(Offset(slot) + 8)));
    }

    public bool HadBegun(Job orphan) => orphan.ProcessId != leftBy || left.Contains((orphan.Id, orphan.Attempt));

    /// <summary>Forgets what another process left; from now on marks are this one's.</summary>
    public void Open(string processId)
    {
        lock (gate)
        {
            view.WriteArray(0, new byte[OwnerBytes + (Slots * SlotBytes)], 0, OwnerBytes + (Slots * SlotBytes));
            var owner = Encoding.UTF8.GetBytes(processId);
            view.WriteArray(0, owner, 0, Math.Min(owner.Length, OwnerBytes));
            taken.Clear();
        }
    }

    public void Begin(Job job)
    {
        lock (gate)
        {
            // More jobs at once than slots: the rest counts as not begun, which at worst costs one more try.
            if (!free.TryPop(out var slot))
                return;
            taken[(job.Id, job.Attempt)] = slot;
            Write(slot, job.Id, job.Attempt);
        }
    }

    public void End(Job job)
    {
        lock (gate)
        {
            if (!taken.Remove((job.Id, job.Attempt), out var slot))
                return;
            Write(slot, 0, 0);
            free.Push(slot);
        }
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }

    private void Write(int slot, long jobId, long attempt)
    {
        view.Write(Offset(slot), jobId);
        view.Write(Offset(slot) + 8, attempt);
    }

    private static long Offset(int slot) => OwnerBytes + (slot * SlotBytes);
}
