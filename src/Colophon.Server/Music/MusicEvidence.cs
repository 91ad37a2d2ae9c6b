using System.Globalization;
using Colophon.Formats.Media;
using Colophon.Formats.Music;
using Colophon.Formats.Naming.Music;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Metadata;

namespace Colophon.Server.Music;

/// <summary>What tags and names say of albums and tracks, as evidence of a source each.</summary>
internal static class MusicEvidence
{
    /// <summary>What players call an album that nothing names.</summary>
    private const string UnknownAlbum = "[Unknown Album]";

    /// <param name="isOnly">Whether the folder holds nothing else, so that its name is the album's.</param>
    public static IEnumerable<DocumentRead> OfAlbum(AlbumFacts album, bool isOnly)
    {
        var tags = album.Tags;
        var isTagged = album.Tracks.Any(track => track.Tags.Album is not null);
        if (isTagged)
            yield return new DocumentRead(
                Sources.Embedded,
                Origin: null,
                new EvidenceDraft()
                    .Text(Fields.Title, tags.Title)
                    .Text(Fields.SortTitle, tags.SortTitle)
                    .People(Fields.Artists, [.. album.Artists.Select(Artist)])
                    .Date(Fields.ReleaseDate, tags.OriginalDate ?? tags.Date)
                    .Text(Fields.AlbumType, TypeOf(tags.Types, album.IsCompilation))
                    .Text(Fields.Publisher, tags.Labels.Count > 0 ? tags.Labels[0] : null)
                    .Set(Fields.Identifiers, new IdentifiersValue([.. Identifiers(tags)]))
                    .Names(Fields.Genres, tags.Genres)
                    .ToDocument()
            );
        if (isTagged && !isOnly)
            yield break;
        var folder = album.Folder;
        yield return new DocumentRead(
            Sources.Path,
            Origin: null,
            new EvidenceDraft()
                .Text(Fields.Title, folder.Title ?? UnknownAlbum)
                .People(Fields.Artists, isTagged ? [] : [.. album.Artists.Select(Artist)])
                .Date(Fields.ReleaseDate, folder.Year?.ToString("0000", CultureInfo.InvariantCulture))
                .Text(Fields.AlbumType, TypeOf(folder.Type is { } type ? [type] : [], !isTagged && album.IsCompilation))
                .Set(
                    Fields.Identifiers,
                    new IdentifiersValue([.. folder.Ids.Select(id => new Identifier(id.Key, id.Value))])
                )
                .ToDocument()
        );
    }

    /// <summary>What a track's file says itself.</summary>
    public static EvidenceDocument OfFile(TrackFacts track, IReadOnlyList<MediaChapter> chapters)
    {
        var tags = track.Tags;
        return new EvidenceDraft()
            .Text(Fields.Title, tags.Title)
            .Text(Fields.SortTitle, tags.File.TitleSort)
            .People(Fields.Artists, [.. tags.Artists.Select(Artist), .. tags.Featured.Select(Guest)])
            .Set(Fields.Disc, IsDiscTagged(track) ? Number(track.Disc) : null)
            .Set(Fields.IndexNumber, tags.Track is null ? null : Number(track.Number))
            .Date(Fields.ReleaseDate, tags.File.OriginalDate ?? tags.File.Date)
            .People(Fields.People, [.. tags.People.Select(person => new Credit(person.Name, person.Role))])
            .Set(Fields.Identifiers, new IdentifiersValue([.. Identifiers(tags)]))
            .Names(Fields.Genres, tags.File.Genres)
            .Names(Fields.Styles, tags.Styles)
            .Names(Fields.Moods, tags.Moods)
            .Set(
                Fields.Chapters,
                new ChaptersValue([
                    .. chapters.Select(chapter => new Chapter(
                        chapter.Title,
                        chapter.StartMs,
                        Page: null,
                        Href: null,
                        []
                    )),
                ])
            )
            .ToDocument();
    }

    /// <summary>What a track's path says; where tags leave disc or number out, also what the files beside it tell of these.</summary>
    public static EvidenceDocument OfPath(TrackFacts track)
    {
        var path = track.Path;
        IReadOnlyList<MusicArtist> artists =
        [
            .. path.Artist is { } named
                ? ArtistNames.Credit(named).Names.Select(name => new MusicArtist(name))
                : track.Artists,
        ];
        return new EvidenceDraft()
            .Text(Fields.Title, path.Title)
            .People(Fields.Artists, [.. artists.Select(Artist), .. path.Featured.Select(name => Guest(new(name)))])
            .Set(Fields.Disc, Number(IsDiscTagged(track) ? path.Disc : track.Disc))
            .Set(Fields.IndexNumber, Number(track.Tags.Track is null ? track.Number : path.Track))
            .ToDocument();
    }

    /// <summary>Where folders are believed instead, the tag is no evidence.</summary>
    private static bool IsDiscTagged(TrackFacts track) => track.Tags.Disc is { } disc && disc == track.Disc;

    /// <summary>As Picard writes it: the main type first, in lower case.</summary>
    private static string? TypeOf(IReadOnlyList<AlbumType> types, bool isCompilation)
    {
        var isToldApart = types.Any(type => type is not AlbumType.Album);
        var all = isCompilation && !isToldApart ? [.. types, AlbumType.Compilation] : types;
        return all.Count == 0 ? null : string.Join("; ", all.Select(WordOf));
    }

    private static string WordOf(AlbumType type) =>
        type switch
        {
            AlbumType.SpokenWord => "spokenword",
            AlbumType.DjMix => "dj-mix",
            AlbumType.Mixtape => "mixtape/street",
            _ => type.ToString().ToLowerInvariant(),
        };

    private static IEnumerable<Identifier> Identifiers(AlbumTags tags) =>
        Named(
                ("musicbrainz_release", tags.ReleaseId),
                ("musicbrainz_release_group", tags.ReleaseGroupId),
                ("barcode", tags.Barcode)
            )
            .Concat(tags.CatalogNumbers.Select(number => new Identifier("catalog_number", number)));

    private static IEnumerable<Identifier> Identifiers(MusicTags tags) =>
        Named(("musicbrainz_recording", tags.RecordingId), ("musicbrainz_track", tags.ReleaseTrackId))
            .Concat(tags.Isrcs.Select(isrc => new Identifier("isrc", isrc)));

    private static IEnumerable<Identifier> Named(params IEnumerable<(string Type, string? Value)> ids) =>
        ids.Where(id => id.Value is not null).Select(id => new Identifier(id.Type, id.Value!));

    private static Credit Artist(MusicArtist artist) => new(artist.Name, MusicRoles.Artist, artist.SortName);

    private static Credit Guest(MusicArtist artist) => new(artist.Name, MusicRoles.Featured, artist.SortName);

    private static NumberValue? Number(int? number) => number is { } value ? new NumberValue(value) : null;
}
