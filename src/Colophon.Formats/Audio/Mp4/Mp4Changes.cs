using System.Globalization;
using Colophon.Formats.Audio.Tags;
using Colophon.Formats.Books;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Mp4;

/// <summary>What has to go and what has to come for a file to say other tags; nothing where it says them already.</summary>
internal sealed class Mp4Changes
{
    // programs show no more of a short description
    private const int ShortDescription = 255;

    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private readonly List<byte[]> _items = [];

    private Mp4Changes() { }

    /// <summary>New items, to be put before those that stay.</summary>
    public IReadOnlyList<byte[]> Items => _items;

    public bool ReplacesCover { get; private init; }

    /// <param name="name">In the common vocabulary.</param>
    public bool Replaces(string? name) => name is not null && _replaced.Contains(name);

    public static Mp4Changes Between(AudioTags was, AudioTags now, byte[]? cover)
    {
        var changes = new Mp4Changes { ReplacesCover = cover is not null };
        changes.Line(was.Title, now.Title, "©nam", TagNames.Title);
        changes.Line(was.TitleSort, now.TitleSort, "sonm", TagNames.TitleSort);
        changes.Line(was.Subtitle, now.Subtitle, "©st3", TagNames.Subtitle);
        changes.Line(was.Album, now.Album, "©alb", TagNames.Album);
        changes.Line(was.AlbumSort, now.AlbumSort, "soal", TagNames.AlbumSort);
        changes.List(was.Artists, now.Artists, "©ART", TagNames.Artist);
        changes.Line(was.ArtistSort, now.ArtistSort, "soar", TagNames.ArtistSort);
        changes.List(was.AlbumArtists, now.AlbumArtists, "aART", TagNames.AlbumArtist);
        changes.Line(was.AlbumArtistSort, now.AlbumArtistSort, "soaa", TagNames.AlbumArtistSort);
        changes.List(was.Composers, now.Composers, "©wrt", TagNames.Composer);
        changes.List(was.Narrators, now.Narrators, "©nrt", TagNames.Narrator);
        changes.Line(was.Comment, now.Comment, "©cmt", TagNames.Comment);
        changes.Describe(was.Description, now.Description);
        changes.Line(was.Date, now.Date, "©day", TagNames.Date, TagNames.ReleaseDate, TagNames.Year);
        changes.Line(Joined(was.Genres), Joined(now.Genres), "©gen", TagNames.Genre);
        changes.Line(was.Publisher, now.Publisher, "©pub", TagNames.Publisher);
        changes.Line(was.Language, now.Language, "©lng", TagNames.Language);
        changes.Place(was, now.Series);
        changes.Identify(was.Identifiers, now.Identifiers);
        if (cover is not null)
        {
            changes._items.Add(Mp4ItemBoxes.Cover(cover));
        }

        return changes;
    }

    private void Line(string? was, string? now, string type, params ReadOnlySpan<string> names)
    {
        if (was == now)
        {
            return;
        }

        Replace(names);
        if (now is not null)
        {
            _items.Add(Mp4ItemBoxes.Text(type, [now]));
        }
    }

    private void List(IReadOnlyList<string> was, IReadOnlyList<string> now, string type, string name)
    {
        if (was.SequenceEqual(now))
        {
            return;
        }

        Replace(name);
        if (now.Count > 0)
        {
            _items.Add(Mp4ItemBoxes.Text(type, now));
        }
    }

    private void Describe(string? was, string? now)
    {
        if (was == now)
        {
            return;
        }

        Line(was, now, "desc", TagNames.Description, TagNames.LongDescription);
        if (now?.Length > ShortDescription)
        {
            _items.Add(Mp4ItemBoxes.Text("ldes", [now]));
        }
    }

    /// <summary>What else could be taken for a series or its number goes too.</summary>
    private void Place(AudioTags was, IReadOnlyList<AudioSeries> now)
    {
        if (was.Series.SequenceEqual(now))
        {
            return;
        }

        Replace(TagNames.Series, TagNames.SeriesPart, TagNames.Part, TagNames.Movement, TagNames.MovementNumber);
        if (
            was.All.TryGetValue(TagNames.Grouping, out IReadOnlyList<string>? groupings)
            && TagMeaning.IsSeries(groupings[0])
        )
        {
            Replace(TagNames.Grouping);
        }

        if (Joined([.. now.Select(series => series.Name.Replace(';', ','))]) is not { } names)
        {
            return;
        }

        _items.Add(Mp4ItemBoxes.Freeform("SERIES", names));
        if (now.Any(series => series.Number is not null))
        {
            // a place that nobody knows is kept free, because the lists belong together by place
            IEnumerable<string> parts = now.Select(series =>
                series.Number?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-"
            );
            _items.Add(Mp4ItemBoxes.Freeform("SERIES-PART", string.Join("; ", parts)));
        }
    }

    private void Identify(IReadOnlyList<BookIdentifier> was, IReadOnlyList<BookIdentifier> now)
    {
        if (was.SequenceEqual(now))
        {
            return;
        }

        Replace(TagNames.Asin, TagNames.Isbn);
        foreach (BookIdentifier identifier in now)
        {
            _items.Add(Mp4ItemBoxes.Freeform(identifier.Type == "asin" ? "ASIN" : "ISBN", identifier.Value));
        }
    }

    private void Replace(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            _replaced.Add(name);
        }
    }

    private static string? Joined(IReadOnlyList<string> values) => values.Count == 0 ? null : string.Join("; ", values);
}
