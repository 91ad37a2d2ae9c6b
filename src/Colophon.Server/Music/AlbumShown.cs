using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Items;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning.Resync;

namespace Colophon.Server.Music;

/// <summary>An album as lists show it.</summary>
public record AlbumShown : ItemShown
{
    internal AlbumShown(ShownItem item, ItemsInside inside, ParentShown? artist)
        : base(item)
    {
        var shown = item.Values;
        (ArtistId, Artist) = (item.Row.ParentId, artist?.Title);
        Artists = [.. item.People.Where(person => person.IsPerformer).Select(person => person.ToCredit())];
        People = [.. item.People.Where(person => !person.IsPerformer).Select(person => person.ToRole())];
        ReleaseDate = shown.Date(Fields.ReleaseDate);
        AlbumType = shown.Text(Fields.AlbumType);
        Label = shown.Text(Fields.Publisher);
        Styles = item.Terms.Named(TermTypes.Style);
        Moods = item.Terms.Named(TermTypes.Mood);
        TracksCount = inside.Children;
    }

    /// <summary>The item it lies in.</summary>
    public long? ArtistId { get; init; }

    public string? Artist { get; init; }

    /// <summary>All that made it.</summary>
    public IReadOnlyList<CreditShown> Artists { get; init; }

    public IReadOnlyList<RolePlayed> People { get; init; }

    public string? ReleaseDate { get; init; }

    /// <summary>As its source writes it: <c>album</c>, <c>single</c>, <c>compilation</c>.</summary>
    public string? AlbumType { get; init; }

    public string? Label { get; init; }

    public IReadOnlyList<string> Styles { get; init; }

    public IReadOnlyList<string> Moods { get; init; }

    public long TracksCount { get; init; }
}

/// <param name="Next">What <c>after</c> takes to go on behind this page; null at the end, and in the list of an artist.</param>
public sealed record AlbumList(IReadOnlyList<AlbumShown> Albums, long Total, string? Next);

/// <summary>An album with all there is to say about it.</summary>
public record AlbumDetail : AlbumShown, IItemDetail
{
    internal AlbumDetail(ShownItem item, ItemsInside inside, ParentShown? artist)
        : base(item, inside, artist) => Warnings = item.Warnings;

    /// <summary>What is wrong with what lies beside it.</summary>
    public IReadOnlyList<FindingShown> Warnings { get; init; }

    public object Resynced(ResyncReport report) => new ResyncedAlbum(this, report);
}

/// <summary>The same, read again with all that lies in it.</summary>
public sealed record ResyncedAlbum : AlbumDetail
{
    public ResyncedAlbum(AlbumDetail album, ResyncReport report)
        : base(album) => (FailedFiles, RemovedFiles) = (report.Failed, report.Removed);

    public IReadOnlyList<FailedFile> FailedFiles { get; init; }

    /// <summary>Ids of files that are gone from disk.</summary>
    public IReadOnlyList<long> RemovedFiles { get; init; }
}
