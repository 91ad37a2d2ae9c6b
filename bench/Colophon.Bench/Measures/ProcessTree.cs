using System.Globalization;

namespace Colophon.Bench.Measures;

/// <summary>CPU and memory of a process with all its children, from /proc.</summary>
internal static class ProcessTree
{
    private const double TicksASecond = 100;
    private const int ParentField = 1;
    private const int FirstTimeField = 11;

    /// <summary>CPU of the process, its living children and those it has waited for.</summary>
    public static TimeSpan Cpu(int root) => TimeSpan.FromSeconds(Members(root).Sum(Ticks) / TicksASecond);

    /// <summary>CPU of the children that a process has waited for.</summary>
    public static TimeSpan CpuOfEndedChildren(int process) =>
        Stat(process) is { } stat
            ? TimeSpan.FromSeconds(stat.Skip(FirstTimeField + 2).Take(2).Sum(Parse) / TicksASecond)
            : TimeSpan.Zero;

    /// <summary>CPU of all living processes of this name, and of the children each has waited for.</summary>
    public static TimeSpan CpuOfAll(string name) =>
        TimeSpan.FromSeconds(
            Processes().Where(process => Read($"/proc/{process}/comm")?.Trim() == name).Sum(Ticks) / TicksASecond
        );

    public static long ResidentBytes(int root) =>
        Members(root)
            .Sum(process => Parse(Read($"/proc/{process}/statm")?.Split(' ')[1] ?? "0") * Environment.SystemPageSize);

    private static IEnumerable<int> Processes() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0)
            .Where(process => process > 0);

    private static IEnumerable<int> Members(int root)
    {
        var parents = Processes()
            .Select(process =>
                (Process: process, Parent: Stat(process) is { } stat ? (int)Parse(stat[ParentField]) : 0)
            )
            .ToLookup(pair => pair.Parent, pair => pair.Process);
        var open = new Stack<int>([root]);
        while (open.TryPop(out var process))
        {
            yield return process;
            foreach (var child in parents[process])
                open.Push(child);
        }
    }

    private static long Ticks(int process) => Stat(process)?.Skip(FirstTimeField).Take(4).Sum(Parse) ?? 0;

    /// <summary>The fields after the name, which may hold spaces: state, parent, ...; null when the process is gone.</summary>
    private static string[]? Stat(int process) =>
        Read($"/proc/{process}/stat") is { } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : null;

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Parse(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
