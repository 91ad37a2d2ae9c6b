using System.Diagnostics;
using System.Text;

namespace Colophon.Formats.Tests;

/// <summary>Mutated files, seeded so that a failure comes back, for as long as <c>COLOPHON_FUZZ_SECONDS</c> says.</summary>
internal static class Mutations
{
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("COLOPHON_FUZZ_SECONDS"), out int seconds) ? seconds : 5
    );

    /// <summary>Gives mutation after mutation to a reader: no exception, no hang of two seconds, no flood of memory.</summary>
    public static void Feed(IReadOnlyList<byte[]> seeds, IReadOnlyList<string> pieces, Action<byte[]> read) =>
        Feed(seeds, pieces, Anywhere, read);

    /// <summary>The same for a reader of files, with half of the blows where the format is tender.</summary>
    /// <param name="check">What only this reader promises of what it read.</param>
    public static void Feed<T>(
        IReadOnlyList<byte[]> seeds,
        IReadOnlyList<string> pieces,
        Func<byte[], Random, int> tender,
        Func<Stream, Reading<T>> read,
        Action<byte[], T>? check = null
    )
        where T : class =>
        Feed(
            seeds,
            pieces,
            (bytes, random) => random.Next(2) == 0 ? tender(bytes, random) : Anywhere(bytes, random),
            mutated =>
            {
                Reading<T> reading = read(new MemoryStream(mutated));
                (reading.Value is not null || reading.Fatal is not null).ShouldBeTrue();
                reading.Findings.Count.ShouldBeLessThanOrEqualTo(100);
                if (reading.Value is { } value)
                {
                    check?.Invoke(mutated, value);
                }
            }
        );

    /// <summary>A place among the last bytes, where an archive keeps its directory.</summary>
    public static int NearEnd(byte[] bytes, Random random, int within) =>
        Math.Max(0, bytes.Length - random.Next(1, within));

    private static int Anywhere(byte[] bytes, Random random) => random.Next(bytes.Length);

    private static void Feed(
        IReadOnlyList<byte[]> seeds,
        IReadOnlyList<string> pieces,
        Func<byte[], Random, int> place,
        Action<byte[]> read
    )
    {
        var random = new Random(20261121);
        long started = Stopwatch.GetTimestamp();
        int round = 0;
        while (Stopwatch.GetElapsedTime(started) < _budget)
        {
            byte[] mutated = Of(seeds[round % seeds.Count], pieces, place, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long at = Stopwatch.GetTimestamp();
            Should.NotThrow(() => read(mutated), $"round {round}");
            Stopwatch.GetElapsedTime(at).ShouldBeLessThan(TimeSpan.FromSeconds(2), $"round {round}");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024, $"round {round}");
            round++;
        }

        round.ShouldBeGreaterThan(100);
    }

    private static byte[] Of(byte[] seed, IReadOnlyList<string> pieces, Func<byte[], Random, int> place, Random random)
    {
        byte[] bytes = [.. seed];
        for (int i = random.Next(1, 12); i > 0; i--)
        {
            bytes = Struck(bytes, place(bytes, random), pieces, random);
        }

        return bytes;
    }

    private static byte[] Struck(byte[] bytes, int at, IReadOnlyList<string> pieces, Random random)
    {
        byte[] piece = Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Count)]);
        int length = Math.Min(random.Next(1, 64), bytes.Length - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                bytes.AsSpan(at, Math.Min(length, 8)).Fill((byte)(random.Next(2) * 0xFF));
                return bytes;
            case 3:
                return bytes[..Math.Max(1, bytes.Length - random.Next(1, 200))];
            case 4:
                bytes.AsSpan(random.Next(bytes.Length - length + 1), length).CopyTo(bytes.AsSpan(at));
                return bytes;
            case 5:
                return [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]];
            case 6:
                piece.AsSpan(0, Math.Min(piece.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
            default:
                return [.. bytes[..at], .. piece, .. bytes[at..]];
        }
    }
}
