using System.Security.Cryptography;
using Colophon.Testing.Books;

namespace Colophon.Bench.Make;

/// <summary>How big the pictures of a generated library are.</summary>
internal enum PictureSize
{
    /// <summary>A few hundred bytes: where only the number of items counts.</summary>
    Tiny,

    /// <summary>As bought books and fetched posters have them.</summary>
    Real,
}

/// <summary>Pictures in the shapes that media have, as many different ones as are asked for.</summary>
internal sealed class Pictures(PictureSize size)
{
    public CoverPool Covers { get; } = Pool(size, 600, 900);

    public CoverPool Backdrops { get; } = Pool(size, 1280, 720);

    public CoverPool Frames { get; } = Pool(size, 480, 270);

    public CoverPool Squares { get; } = Pool(size, 500, 500);

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static CoverPool Pool(PictureSize size, int width, int height) =>
        size is PictureSize.Real ? new CoverPool(width, height, 24) : new CoverPool(20, 30, 8);
}
