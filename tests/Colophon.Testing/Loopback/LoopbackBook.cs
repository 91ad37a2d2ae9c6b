namespace Colophon.Testing.Loopback;

/// <summary>A book that a <see cref="LoopbackOpenLibrary"/> knows: a work with one edition. What is not given is made up, or left out where null.</summary>
public sealed record LoopbackBook(string Title, params IReadOnlyList<string> Authors)
{
    public string? Subtitle { get; init; }

    /// <summary>Of thirteen digits; made up when null.</summary>
    public string? Isbn { get; init; }

    /// <summary>When it first came out, and this edition.</summary>
    public int Year { get; init; } = 2001;

    /// <summary>As the edition writes it: <c>March 3, 2001</c>; null: the year.</summary>
    public string? PublishDate { get; init; }

    public string? Publisher { get; init; } = "Loopback Press";

    /// <summary>Three letters.</summary>
    public string? Language { get; init; } = "eng";

    public string? Description { get; init; } = "A book that is told of in a few words.";

    /// <summary>Genres among them: <c>Fantasy fiction</c>.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = ["Science fiction", "Libraries"];

    /// <summary>As cataloguers write it: <c>The Shelf, #2</c>.</summary>
    public string? Series { get; init; }

    public bool HasCover { get; init; } = true;
}
