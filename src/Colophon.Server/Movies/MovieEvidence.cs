using System.Globalization;
using Colophon.Formats.Naming.Movies;
using Colophon.Formats.Text;
using Colophon.Server.Metadata;
using Colophon.Server.Scanning;

namespace Colophon.Server.Movies;

/// <summary>What names say about a movie and its files, as evidence of the weakest source.</summary>
internal static class MovieEvidence
{
    /// <summary>Of a file of the film itself.</summary>
    public static EvidenceDocument Of(MovieName movie, MovieVersion version) =>
        new EvidenceDraft()
            .Text(Fields.Title, movie.Title)
            .Date(Fields.ReleaseDate, movie.Year?.ToString("0000", CultureInfo.InvariantCulture))
            .Set(
                Fields.Identifiers,
                new IdentifiersValue([.. movie.Ids.Select(id => new Identifier(id.Key, id.Value))])
            )
            .Text(Fields.Name, version.Label)
            .Text(Fields.Edition, version.Name.Edition)
            .ToDocument();

    /// <summary>Of an extra: it says nothing of the film.</summary>
    public static EvidenceDocument Of(MovieExtra extra) =>
        new EvidenceDraft().Text(Fields.Name, extra.Title).ToDocument();

    /// <summary>
    /// By what the movie is known again when none of its files is: an id that its name has, else title and year, so that copies
    /// in several folders are versions of one movie. Without a year a title is not enough, and its place is taken.
    /// </summary>
    public static string IdentityOf(UnitToRead unit, MovieName movie)
    {
        foreach (var provider in new[] { "tmdb", "imdb", "tvdb" })
            if (movie.Ids.TryGetValue(provider, out var id))
                return $"{provider}:{id}";
        return movie is { Title: { } title, Year: { } year }
            ? $"title:{TextKeys.SortKey(title)}|{year.ToString(CultureInfo.InvariantCulture)}"
            : $"path:{unit.Root.Id}:{unit.Sketch.RelativePath}";
    }
}
