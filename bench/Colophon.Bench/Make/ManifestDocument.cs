using Colophon.Bench.Make.Films;
using Colophon.Bench.Make.Music;

namespace Colophon.Bench.Make;

/// <summary>The whole of a manifest, as it is written.</summary>
internal sealed record ManifestDocument(LibraryContents Counts, ManifestGroups Groups, ManifestItems Items);

/// <summary>What items lie in, where it says something itself.</summary>
internal sealed record ManifestGroups(IReadOnlyList<MadeShow> Shows, IReadOnlyList<MadeAlbum> Albums);

internal sealed record ManifestItems(
    IEnumerable<ManifestBook> Books,
    IReadOnlyList<MadeMovie> Movies,
    IReadOnlyList<MadeEpisode> Episodes,
    IReadOnlyList<MadeTrack> Tracks
);

/// <summary>One book of a manifest, as it is written.</summary>
internal sealed record ManifestBook(
    string Path,
    string Title,
    IReadOnlyList<ManifestCredit> Creators,
    string? Series,
    double? SeriesIndex,
    string? Published,
    string? Language,
    string? Isbn13,
    ManifestCover? Cover
);

internal sealed record ManifestCredit(string Name, string Role);

internal sealed record ManifestCover(string Sha256);
