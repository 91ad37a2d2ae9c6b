namespace Colophon.Server.Providers.Http;

/// <summary>One holder a name at a time, within this process.</summary>
internal sealed class KeyedLocks
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public async Task<IDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (entries)
        {
            if (!entries.TryGetValue(name, out entry))
                entries[name] = entry = new Entry();
            entry.Users++;
        }
        try
        {
            await entry.Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Leave(name, entry);
            throw;
        }
        return new Holder(this, name, entry);
    }

    private void Leave(string name, Entry entry)
    {
        lock (entries)
        {
            if (--entry.Users > 0)
                return;
            entries.Remove(name);
        }
        entry.Gate.Dispose();
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Holder(KeyedLocks locks, string name, Entry entry) : IDisposable
    {
        public void Dispose()
        {
            entry.Gate.Release();
            locks.Leave(name, entry);
        }
    }
}
