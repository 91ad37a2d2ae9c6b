namespace Colophon.Formats.Pictures;

/// <summary>Where a picture lies inside an archive or an audio file, so that it can be copied out later without reading all of it again.</summary>
/// <param name="Entry">The entry's name as the archive spells it.</param>
/// <param name="Offset">Of the entry's data (not its header) from the start of the file, in bytes.</param>
/// <param name="CompressedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes when taken out, as the directory says; a reader stops there.</param>
/// <param name="Method">One of <see cref="PictureMethods"/>, or <see cref="ByName"/> for what this library does not unpack.</param>
public sealed record EmbeddedPicture(string Entry, long Offset, long CompressedSize, long Size, int Method)
{
    /// <summary>The entry is to be asked for by its name of whoever can unpack the archive (RAR, 7-Zip, rare methods of ZIP).</summary>
    public const int ByName = -1;
}
