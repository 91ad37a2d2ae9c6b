namespace Colophon.Testing.Books;

/// <summary>Which EPUB a book is made as.</summary>
public enum EpubVersion
{
    Three,
    Two,
}

/// <summary>Somebody who made a book.</summary>
/// <param name="FileAs">The name to sort by, when the package says one.</param>
/// <param name="Role">MARC relator code.</param>
public sealed record BookCredit(string Name, string? FileAs = null, string Role = "aut");

/// <summary>A book that is to be made: what its package says, and where it lies.</summary>
public sealed record BookPlan
{
    public required string Title { get; init; }

    public required IReadOnlyList<BookCredit> Credits { get; init; }

    public string? Subtitle { get; init; }

    public string? Series { get; init; }

    public double? Number { get; init; }

    public string Language { get; init; } = "en";

    public string? Publisher { get; init; }

    public string? Published { get; init; }

    public string? Description { get; init; }

    public string? Isbn { get; init; }

    public IReadOnlyList<string> Subjects { get; init; } = [];

    public EpubVersion Version { get; init; }

    /// <summary>A PNG inside the EPUB.</summary>
    public byte[]? Cover { get; init; }

    /// <summary>A PNG beside the EPUB.</summary>
    public byte[]? FolderCover { get; init; }

    /// <summary><c>Author/Series/01 - Title</c> or <c>Author/Title</c>.</summary>
    public string Folder
    {
        get
        {
            var author = FileName(Credits[0].Name);
            return Series is null
                ? Path.Combine(author, FileName(Title))
                : Path.Combine(author, FileName(Series), FileName(Number is { } at ? $"{at:00.##} - {Title}" : Title));
        }
    }

    public byte[] ToEpub()
    {
        var epub = EpubBuilder.Titled(Title).Language(Language).Subjects([.. Subjects]);
        foreach (var credit in Credits)
            epub.Credit(credit.Name, credit.Role, credit.FileAs);
        if (Series is not null)
            epub.InSeries(Series, Number, Version is EpubVersion.Two ? SeriesStyle.Calibre : SeriesStyle.Both);
        if (Version is EpubVersion.Two)
            epub.AsEpub2();
        AddWhatIsThere(epub);
        return epub.Build();
    }

    /// <summary>A name that every file system takes.</summary>
    public static string FileName(string name) =>
        string.Concat(name.Select(letter => "/\\:*?\"<>|".Contains(letter) || char.IsControl(letter) ? '_' : letter))
            .Trim(' ', '.');

    private void AddWhatIsThere(EpubBuilder epub)
    {
        if (Subtitle is not null)
            epub.Subtitle(Subtitle);
        if (Isbn is not null)
            epub.Isbn(Isbn);
        if (Publisher is not null)
            epub.Publisher(Publisher);
        if (Published is not null)
            epub.Published(Published);
        if (Description is not null)
            epub.Description(Description);
        if (Cover is not null)
            epub.Cover(Cover);
    }
}
