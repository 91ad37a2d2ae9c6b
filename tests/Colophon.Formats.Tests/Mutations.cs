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
        Feed(seeds, (seed, random) => Of(seed, pieces, random), read);

    /// <summary>The same with mutations that know where a format is tender.</summary>
    public static void Feed(IReadOnlyList<byte[]> seeds, Func<byte[], Random, byte[]> mutate, Action<byte[]> read)
    {
        var random = new Random(20261121);
        long started = Stopwatch.GetTimestamp();
        int round = 0;
        while (Stopwatch.GetElapsedTime(started) < _budget)
        {
            byte[] mutated = mutate(seeds[round % seeds.Count], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long at = Stopwatch.GetTimestamp();
            Should.NotThrow(() => read(mutated), $"round {round}");
            Stopwatch.GetElapsedTime(at).ShouldBeLessThan(TimeSpan.FromSeconds(2), $"round {round}");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024, $"round {round}");
            round++;
        }

        round.ShouldBeGreaterThan(100);
    }

    private static byte[] Of(byte[] seed, IReadOnlyList<string> pieces, Random random)
    {
        byte[] bytes = [.. seed];
        for (int i = random.Next(1, 10); i > 0; i--)
        {
            int at = random.Next(bytes.Length);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes = bytes[..Math.Max(1, bytes.Length - random.Next(1, 40))];
                    break;
                case 3:
                    int length = Math.Min(random.Next(1, 64), bytes.Length - at);
                    bytes = [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]];
                    break;
                default:
                    byte[] piece = Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Count)]);
                    bytes = [.. bytes[..at], .. piece, .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }
}
