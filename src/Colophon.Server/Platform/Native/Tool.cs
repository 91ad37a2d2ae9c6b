using System.ComponentModel;
using System.Diagnostics;

namespace Colophon.Server.Platform.Native;

/// <summary>How much a program may use.</summary>
/// <param name="Time">By the clock; then it is killed.</param>
/// <param name="Memory">Address space in bytes.</param>
/// <param name="Output">Bytes it may print; then it is killed.</param>
public sealed record ToolLimits(TimeSpan Time, long Memory, long Output);

public enum ToolEnd
{
    /// <summary>By itself, well or badly.</summary>
    Ended,

    /// <summary>The program is not installed.</summary>
    Missing,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>It printed too much.</summary>
    TooMuch,
}

/// <summary>What happens to the complaints a program prints beside its answer.</summary>
public enum ToolComplaints
{
    Dropped,

    /// <summary>They stand among what it prints.</summary>
    Kept,
}

/// <summary>
/// Runs a program of the system over foreign bytes: in a process of its own with bounded memory, time and output, without
/// our environment, never through a line that a shell would take apart.
/// </summary>
public static class Tool
{
    // The numbers are ours; the program and its arguments go through "$@", unread by the shell.
    private const string Bounded = "ulimit -c 0; ulimit -v \"$1\"; ulimit -t \"$2\"; shift 2; exec \"$@\"";
    private const int CommandNotFound = 127;
    private const int BufferLength = 32 * 1024;

    /// <summary>Gives what the program prints to <paramref name="take"/>, piece by piece. Blocks until it has ended.</summary>
    /// <exception cref="OperationCanceledException">It was called off; the program is gone.</exception>
    public static ToolEnd Run(
        IReadOnlyList<string> command,
        ToolLimits limits,
        ToolComplaints complaints,
        SpanTaker take,
        CancellationToken cancellationToken
    )
    {
        using var process = Start(command, limits, complaints);
        using var limit = new CancellationTokenSource(limits.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        ToolEnd end;
        using (either.Token.Register(() => Kill(process)))
        {
            end = Drain(process, limits.Output, take);
            if (end != ToolEnd.Ended)
                Kill(process);
            process.WaitForExit();
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
            return ToolEnd.TimedOut;
        return end == ToolEnd.Ended && process.ExitCode == CommandNotFound ? ToolEnd.Missing : end;
    }

    private static Process Start(IReadOnlyList<string> command, ToolLimits limits, ToolComplaints complaints)
    {
        var redirect = complaints == ToolComplaints.Kept ? " 2>&1" : " 2>/dev/null";
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Bounded + redirect);
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add((limits.Memory / 1024).ToString());
        start.ArgumentList.Add(((long)Math.Ceiling(limits.Time.TotalSeconds)).ToString());
        foreach (var argument in command)
            start.ArgumentList.Add(argument);
        var path = start.Environment.TryGetValue("PATH", out var found) ? found : null;
        start.Environment.Clear();
        start.Environment["PATH"] = path ?? "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static ToolEnd Drain(Process process, long limit, SpanTaker take)
    {
        var buffer = new byte[BufferLength];
        var output = process.StandardOutput.BaseStream;
        long printed = 0;
        int read;
        try
        {
            while ((read = output.Read(buffer)) > 0)
            {
                printed += read;
                if (printed > limit)
                    return ToolEnd.TooMuch;
                take(buffer.AsSpan(0, read));
            }
        }
        catch
        {
            // Whoever takes it has enough.
            Kill(process);
            throw;
        }
        return ToolEnd.Ended;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It has just ended by itself.
            return;
        }
    }
}

/// <summary>Takes a piece of what a program prints.</summary>
public delegate void SpanTaker(ReadOnlySpan<byte> piece);
