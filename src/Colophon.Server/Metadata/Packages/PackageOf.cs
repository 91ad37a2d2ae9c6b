using Colophon.Formats.Books;
using Colophon.Formats.Epub;

namespace Colophon.Server.Metadata.Packages;

/// <summary>What is shown of a book and one of its files, in the words of a package document.</summary>
public static class PackageOf
{
    public static PackageMetadata Shown(Merged book, Merged file) =>
        new(
            book.Text(Fields.Title),
            book.Text(Fields.SortTitle),
            book.Text(Fields.Subtitle),
            [
                .. Creators(book, Fields.Authors),
                .. Creators(book, Fields.Contributors),
                .. Creators(file, Fields.Narrators),
            ],
            book.Values.GetValueOrDefault(Fields.Series) is SeriesValue series
                ? [.. series.Entries.Select(entry => new EpubSeries(entry.Name, entry.Number))]
                : [],
            [.. Names(book, Fields.Genres), .. Names(book, Fields.Tags)],
            book.Text(Fields.Description),
            file.Text(Fields.Publisher),
            file.Text(Fields.Imprint),
            (file.Values.GetValueOrDefault(Fields.ReleaseDate) as DateValue)?.Date,
            file.Text(Fields.Language),
            file.Values.GetValueOrDefault(Fields.Identifiers) is IdentifiersValue identifiers
                ? [.. identifiers.Entries.Select(identifier => new BookIdentifier(identifier.Type, identifier.Value))]
                : []
        );

    private static IEnumerable<EpubCreator> Creators(Merged shown, string field) =>
        shown.Values.GetValueOrDefault(field) is PeopleValue people
            ? people.Entries.Select(credit => new EpubCreator(
                credit.Name,
                Relators.CodeOf(credit.Role),
                credit.SortName
            ))
            : [];

    private static IEnumerable<string> Names(Merged shown, string field) =>
        shown.Values.GetValueOrDefault(field) is NamesValue names ? names.Entries : [];
}
