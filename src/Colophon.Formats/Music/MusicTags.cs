using System.Text.RegularExpressions;
using Colophon.Formats.Audio;
using Colophon.Formats.Naming.Music;
using Colophon.Formats.Text;

namespace Colophon.Formats.Music;

/// <summary>
/// What the tags of one file mean for music: names divided, ids and codes checked. Names as Picard writes them
/// (https://picard-docs.musicbrainz.org, appendix "Tag Mapping"), in the common vocabulary of <see cref="AudioTags.All"/>.
/// </summary>
public sealed partial record MusicTags
{
    /// <summary>Of the track, as it is written; null where programs wrote that they know none.</summary>
    public string? Title { get; init; }

    /// <summary>Without the mark of a disc: <c>Album (Disc 2)</c> is Album.</summary>
    public string? Album { get; init; }

    /// <summary>Whose track it is, guests apart.</summary>
    public IReadOnlyList<MusicArtist> Artists { get; init; } = [];

    /// <summary>Guests, named behind "feat." in artist or title.</summary>
    public IReadOnlyList<MusicArtist> Featured { get; init; } = [];

    /// <summary>Of the album.</summary>
    public IReadOnlyList<MusicArtist> AlbumArtists { get; init; } = [];

    /// <summary>Composers and others behind the music.</summary>
    public IReadOnlyList<MusicCredit> People { get; init; } = [];

    /// <summary>What it feels like, in free words.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>Kinds within the genre.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];

    /// <summary>From its tag, else from the album's title.</summary>
    public int? Disc { get; init; }

    /// <summary>Of the disc.</summary>
    public string? DiscTitle { get; init; }

    /// <summary>On the disc; of vinyl on its side.</summary>
    public int? Track { get; init; }

    /// <summary>The side of a record, where the number is written so: <c>A1</c>.</summary>
    public char? Side { get; init; }

    /// <summary>What kind of release the album is, main type first.</summary>
    public IReadOnlyList<AlbumType> Types { get; init; } = [];

    /// <summary>Publishers of the release.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The labels' numbers of the release.</summary>
    public IReadOnlyList<string> CatalogNumbers { get; init; } = [];

    /// <summary>Digits of the EAN or UPC.</summary>
    public string? Barcode { get; init; }

    /// <summary>Of the recording: twelve letters and digits.</summary>
    public IReadOnlyList<string> Isrcs { get; init; } = [];

    /// <summary>At MusicBrainz: the performance, which may be on many releases.</summary>
    public string? RecordingId { get; init; }

    /// <summary>At MusicBrainz: the recording's place on this release.</summary>
    public string? ReleaseTrackId { get; init; }

    /// <summary>At MusicBrainz: the edition.</summary>
    public string? ReleaseId { get; init; }

    /// <summary>At MusicBrainz: what all editions are of.</summary>
    public string? ReleaseGroupId { get; init; }

    /// <summary>All that the file says.</summary>
    public AudioTags File { get; init; } = AudioTags.None;

    /// <summary>Reads the tags of one file.</summary>
    public static MusicTags Of(AudioTags tags)
    {
        var values = new TagValues(tags.All);
        AlbumName album = tags.Album is { } text ? AlbumFolder.ReadDisc(text) : AlbumName.None;
        (IReadOnlyList<MusicArtist> artists, IReadOnlyList<MusicArtist> featured) = TagCredits.OfTrack(tags, values);
        (char Side, int Track)? side = tags.Track is null
            ? TrackNumbers.SideOf(values.First("TRACKNUMBER") ?? "")
            : null;
        return new MusicTags
        {
            Title = ArtistNames.IsUnknown(tags.Title) ? null : tags.Title,
            Album = ArtistNames.IsUnknown(album.Title) ? null : album.Title,
            Artists = artists,
            Featured = featured,
            AlbumArtists = TagCredits.OfAlbum(tags, values),
            People = TagCredits.Others(values),
            Moods = values.Lines("MOOD", "MOODS"),
            Styles = values.Lines("STYLE", "STYLES"),
            Disc = tags.Disc ?? album.Disc,
            DiscTitle = CleanText.LineOrNull(values.First("DISCSUBTITLE", "SETSUBTITLE"), 500),
            Track = tags.Track ?? side?.Track,
            Side = side?.Side,
            Types = TypesOf(values),
            Labels = values.Lines("LABEL", "PUBLISHER"),
            CatalogNumbers = values.Lines("CATALOGNUMBER", "CATALOGID", "CATALOG", "LABELNO"),
            Barcode = Barcodes(values).FirstOrDefault(),
            Isrcs = [.. values.Lines("ISRC").SelectMany(Codes).Distinct(StringComparer.Ordinal)],
            RecordingId = values.Ids("MUSICBRAINZTRACKID", "MUSICBRAINZRECORDINGID").FirstOrDefault(),
            ReleaseTrackId = values.Ids("MUSICBRAINZRELEASETRACKID").FirstOrDefault(),
            ReleaseId = values.Ids("MUSICBRAINZALBUMID", "MUSICBRAINZRELEASEID").FirstOrDefault(),
            ReleaseGroupId = values.Ids("MUSICBRAINZRELEASEGROUPID").FirstOrDefault(),
            File = tags,
        };
    }

    private static List<AlbumType> TypesOf(TagValues values)
    {
        IEnumerable<AlbumType?> types = values
            .Lines("RELEASETYPE", "MUSICBRAINZALBUMTYPE")
            .SelectMany(value => value.Split([';', '/', ',', '+']))
            .Select(MusicWords.TypeOf);
        bool isBootleg = values
            .Lines("RELEASESTATUS", "MUSICBRAINZALBUMSTATUS")
            .Contains("bootleg", StringComparer.OrdinalIgnoreCase);
        return [.. types.OfType<AlbumType>().Concat(isBootleg ? [AlbumType.Bootleg] : []).Distinct()];
    }

    private static IEnumerable<string> Barcodes(TagValues values) =>
        values
            .Lines("BARCODE", "UPC", "EAN", "EANUPN", "EAN/UPN")
            .Select(value => value.Replace(" ", "").Replace("-", ""))
            .Where(value => BarcodePattern().IsMatch(value));

    private static IEnumerable<string> Codes(string value) =>
        IsrcPattern().Matches(value.ToUpperInvariant()).Select(match => match.Value.Replace("-", ""));

    [GeneratedRegex("^(?:[0-9]{8}|[0-9]{11,14})$", RegexOptions.CultureInvariant)]
    private static partial Regex BarcodePattern();

    [GeneratedRegex(
        @"(?<![A-Z0-9])[A-Z]{2}-?[A-Z0-9]{3}-?[0-9]{2}-?[0-9]{5}(?![A-Z0-9])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsrcPattern();
}
