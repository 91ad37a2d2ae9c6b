using System.Data.Common;
using Colophon.Server.Catalog;
using Colophon.Server.Catalog.Shown;
using Colophon.Server.Metadata;

namespace Colophon.Server.Movies;

/// <summary>Reads movies for the pages, one query a table.</summary>
internal static class MovieRows
{
    /// <summary>Null when it is not there or waits in the trash.</summary>
    public static async Task<MovieDetail?> FindAsync(DbConnection connection, long id)
    {
        var found = await LoadAsync(connection, [id]);
        if (found is not [{ MissingSince: null } movie])
            return null;
        var files = await FileParts.OfItemAsync(connection, id);
        return new MovieDetail(movie, [.. files.Select(VideoFileShown.Of)]);
    }

    /// <summary>The movies in the order of the ids.</summary>
    public static async Task<IReadOnlyList<MovieShown>> LoadAsync(DbConnection connection, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = await ItemParts.ItemsAsync(connection, ids, ItemKinds.Movie);
        var people = await ItemParts.PeopleAsync(connection, ids);
        var terms = await ItemParts.TermsAsync(connection, ids);
        var byId = rows.ToDictionary(row => row.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => Shown(byId[id], [.. people[id]], [.. terms[id]]))];
    }

    private static MovieShown Shown(
        ShownItemRow row,
        IReadOnlyList<ShownPersonRow> people,
        IReadOnlyList<ShownTermRow> terms
    )
    {
        var shown = row.Shown;
        return new MovieShown(
            row.Id,
            row.LibraryId,
            row.Title,
            shown.Text(Fields.OriginalTitle),
            shown.Text(Fields.SortTitle) ?? row.Title,
            row.Year,
            shown.Text(Fields.Tagline),
            shown.Text(Fields.Outline),
            shown.Text(Fields.Description),
            shown.Date(Fields.ReleaseDate),
            shown.Number(Fields.Runtime),
            shown.Text(Fields.Certification),
            RatingShown.Of(shown),
            shown.Number(Fields.UserRating),
            terms.Named(TermTypes.Genre),
            terms.Named(TermTypes.Tag),
            terms.Named(TermTypes.Studio),
            terms.Named(TermTypes.Country),
            [.. people.Select(person => person.ToRole())],
            shown.Text(Fields.Collection),
            shown.Text(Fields.Trailer),
            IdentifierShown.Of(shown),
            row.Duration,
            row.CoverUrl,
            shown.Sources,
            row.LockedFields,
            row.State,
            ShownTime.Of(row.MissingSince),
            ShownTime.Of(row.AddedAt),
            ShownTime.Of(row.UpdatedAt),
            row.Revision
        );
    }
}
