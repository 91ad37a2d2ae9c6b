namespace Colophon.Server.Artwork;

/// <summary>Whose picture is kept, and by which try of which job.</summary>
/// <param name="EntityType">The item's kind.</param>
/// <param name="AssetType">One of <see cref="Catalog.AssetTypes"/>.</param>
public sealed record CacheSlot(string EntityType, long EntityId, string AssetType, long JobId, int Attempt)
{
    public const string Root = "cache";

    private const string TemporaryEnding = ".part";

    /// <summary>Relative to the data folder, with <c>/</c>.</summary>
    public string Folder => $"{Root}/{Word(EntityType)}/{EntityId}";

    /// <summary>Where a picture of this content goes, relative to the data folder.</summary>
    /// <param name="sha256">64 hex digits.</param>
    /// <param name="extension">By content, with the dot.</param>
    public string PathOf(string sha256, string extension) => $"{Folder}/{Word(AssetType)}_{sha256}{extension}";

    /// <summary>Two tries never write the same temporary file, and a later one knows what a killed one may have left.</summary>
    internal string TemporaryName => $"{TemporaryPrefix}{Attempt}{TemporaryEnding}";

    internal bool IsTemporary(string name) =>
        name.StartsWith(TemporaryPrefix, StringComparison.Ordinal)
        && name.EndsWith(TemporaryEnding, StringComparison.Ordinal);

    private string TemporaryPrefix => $".{Word(AssetType)}_{JobId}_";

    // The words come out of a job's data; they make a path, so they must be nothing but words.
    private static string Word(string text)
    {
        if (text is "" || text.Any(letter => !char.IsAsciiLetterLower(letter) && letter is not ('-' or '_')))
            throw new ArgumentException($"\"{text}\" is no kind of item and no type of asset.", nameof(text));
        return text;
    }
}
