using System.Text;
using Colophon.Formats.Hashing;

namespace Colophon.Formats.Tests.Hashing;

public sealed class XxHash64Tests
{
    private const ulong Prime32 = 2654435761;
    private const ulong Prime64 = 11400714785074694797;

    // sanity vectors of the reference implementation (xxhsum), and well-known digests of text
    [Theory]
    [InlineData(0, 0, 0xEF46DB3751D8E999)]
    [InlineData(0, Prime32, 0xAC75FDA2929B17EF)]
    [InlineData(1, 0, 0xE934A84ADB052768)]
    [InlineData(1, Prime32, 0x5014607643A9B4C3)]
    [InlineData(4, 0, 0x9136A0DCA57457EE)]
    [InlineData(14, 0, 0x8282DCC4994E35C8)]
    [InlineData(14, Prime32, 0xC3BD6BF63DEB6DF0)]
    [InlineData(222, 0, 0xB641AE8CB691C174)]
    [InlineData(222, Prime32, 0x20CB8AB7AE10C14A)]
    public void Reference_vectors(int length, ulong seed, ulong expected)
    {
        byte[] buffer = new byte[length];
        ulong generator = Prime32;
        for (int i = 0; i < length; i++)
        {
            buffer[i] = (byte)(generator >> 56);
            generator = unchecked(generator * Prime64);
        }

        XxHash64.Hash(buffer, seed).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void Well_known_digests(string text, ulong expected) =>
        XxHash64.Hash(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void The_pieces_do_not_matter()
    {
        var random = new Random(3);
        byte[] bytes = new byte[1000];
        random.NextBytes(bytes);
        for (int round = 0; round < 200; round++)
        {
            int length = random.Next(bytes.Length);
            var hash = new XxHash64();
            for (int at = 0; at < length; )
            {
                int piece = Math.Min(random.Next(1, 80), length - at);
                hash.Append(bytes.AsSpan(at, piece));
                at += piece;
            }

            hash.Digest().ShouldBe(XxHash64.Hash(bytes.AsSpan(0, length)));
        }
    }
}
