namespace Colophon.Server.Metadata;

/// <summary>A list, always taken whole. Entries that say nothing are left out when it is made.</summary>
public abstract record ListValue<T> : FieldValue
    where T : notnull
{
    private protected ListValue(IReadOnlyList<T> entries, Predicate<T> says) => Entries = Kept(entries, says);

    public IReadOnlyList<T> Entries { get; }

    public override bool IsEmpty => Entries.Count == 0;

    public virtual bool Equals(ListValue<T>? other) =>
        other is not null && EqualityContract == other.EqualityContract && Lists.Same(Entries, other.Entries);

    public override int GetHashCode() => Lists.Hash(Entries);

    private static IReadOnlyList<T> Kept(IReadOnlyList<T> entries, Predicate<T> says)
    {
        for (var i = 0; i < entries.Count; i++)
            if (!says(entries[i]))
                return [.. entries.Where(entry => says(entry))];
        return entries;
    }
}

public sealed record NamesValue(IReadOnlyList<string> Entries)
    : ListValue<string>(Entries, static name => !string.IsNullOrWhiteSpace(name))
{
    public override FieldType? Type => FieldType.Names;
}

public sealed record PeopleValue(IReadOnlyList<Credit> Entries)
    : ListValue<Credit>(Entries, static credit => !string.IsNullOrWhiteSpace(credit.Name))
{
    public override FieldType? Type => FieldType.People;
}

public sealed record SeriesValue(IReadOnlyList<SeriesEntry> Entries)
    : ListValue<SeriesEntry>(Entries, static entry => !string.IsNullOrWhiteSpace(entry.Name))
{
    public override FieldType? Type => FieldType.Series;
}

public sealed record IdentifiersValue(IReadOnlyList<Identifier> Entries)
    : ListValue<Identifier>(Entries, static identifier => !string.IsNullOrWhiteSpace(identifier.Value))
{
    public override FieldType? Type => FieldType.Identifiers;
}

public sealed record ChaptersValue(IReadOnlyList<Chapter> Entries)
    : ListValue<Chapter>(Entries, static chapter => chapter is not null)
{
    public override FieldType? Type => FieldType.Chapters;
}

public sealed record RatingsValue(IReadOnlyList<Rating> Entries)
    : ListValue<Rating>(Entries, static rating => double.IsFinite(rating.Value))
{
    public override FieldType? Type => FieldType.Ratings;
}

/// <summary>A person's part in an item.</summary>
/// <param name="Role"><c>author</c>, <c>translator</c>, <c>penciller</c>, <c>narrator</c>, ...</param>
/// <param name="Character">Whom an actor plays.</param>
public sealed record Credit(string Name, string Role, string? SortName = null, string? Character = null);

/// <summary>A place in a series.</summary>
/// <param name="NumberEnd">The last number of a range.</param>
/// <param name="Unit">What is counted: <c>volume</c>, <c>chapter</c>; null when nobody says.</param>
public sealed record SeriesEntry(string Name, double? Number = null, double? NumberEnd = null, string? Unit = null)
{
    public double? Number { get; } = Finite(Number);
    public double? NumberEnd { get; } = Finite(NumberEnd);

    private static double? Finite(double? number) => number is { } value && double.IsFinite(value) ? value : null;
}

/// <summary>A name of the thing in somebody's register.</summary>
/// <param name="Type"><c>isbn_13</c>, <c>isbn_10</c>, <c>asin</c>, <c>uuid</c>, <c>goodreads</c>, <c>google</c>, <c>openlibrary</c> or <c>other</c>.</param>
public sealed record Identifier(string Type, string Value);

/// <summary>A chapter: of audio by time, of pages by number (from 0), of text by address in the file.</summary>
public sealed record Chapter(string Title, long? StartMs, int? Page, string? Href, IReadOnlyList<Chapter> Children)
{
    public bool Equals(Chapter? other) =>
        other is not null
        && (Title, StartMs, Page, Href) == (other.Title, other.StartMs, other.Page, other.Href)
        && Lists.Same(Children, other.Children);

    public override int GetHashCode() => HashCode.Combine(Title, StartMs, Page, Href, Children.Count);
}

/// <summary>What somebody thinks of it.</summary>
/// <param name="Source">Whose rating: <c>imdb</c>, <c>tmdb</c>.</param>
/// <param name="Value">From 0 to 10.</param>
public sealed record Rating(string Source, double Value, long? Votes = null);

internal static class Lists
{
    public static bool Same<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
        where T : notnull
    {
        if (ReferenceEquals(one, other))
            return true;
        if (one.Count != other.Count)
            return false;
        for (var i = 0; i < one.Count; i++)
            if (!one[i].Equals(other[i]))
                return false;
        return true;
    }

    public static int Hash<T>(IReadOnlyList<T> list)
        where T : notnull
    {
        var hash = new HashCode();
        for (var i = 0; i < list.Count; i++)
            hash.Add(list[i]);
        return hash.ToHashCode();
    }
}
