using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Epub;

/// <summary>Makes of the package document what the catalog wants to know.</summary>
internal static class EpubMetadata
{
    private const int TextLimit = 500;
    private const int DescriptionLimit = 32_000;
    private const int SubjectLimit = 200;
    private const int IdentifierLimit = 100;

    private static readonly string[] _imprints = ["ibooks:imprint", "imprint", "books:imprint", "schema:imprint"];

    public static EpubBook Of(PackageDocument package, FindingList findings)
    {
        EpubTitles titles = EpubTitles.Of(package);
        if (titles.Main is null)
        {
            findings.Warn(FindingCodes.EpubTitleMissing);
        }

        return new EpubBook(
            package.Version,
            titles.Main,
            titles.Sort,
            titles.Subtitle,
            EpubCreators.Of(package),
            EpubSeriesReader.Of(package),
            Subjects(package),
            Description(package),
            package.TermsOf("publisher").Select(term => CleanText.LineOrNull(term.Text, TextLimit)).FirstOrDefault(),
            Imprint(package),
            Published(package),
            package.TermsOf("language").Select(term => LanguageTag.Normalise(term.Text)).FirstOrDefault(IsSaid),
            Identifiers(package, findings),
            null,
            [],
            package.Spine.Count
        );
    }

    private static bool IsSaid(string? text) => text is not null;

    private static List<string> Subjects(PackageDocument package) =>
        [
            .. package
                .TermsOf("subject")
                .Select(term => CleanText.Line(term.Text, TextLimit))
                .Where(subject => subject.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(SubjectLimit),
        ];

    private static string? Description(PackageDocument package) =>
        package
            .TermsOf("description")
            .Select(term => SafeHtml.Clean(term.Text, DescriptionLimit))
            .FirstOrDefault(IsSaid);

    private static string? Imprint(PackageDocument package) =>
        CleanText.LineOrNull(
            package.Metas.Find(meta => _imprints.Contains(meta.Name ?? meta.Property, StringComparer.Ordinal))?.Text,
            TextLimit
        );

    /// <summary>The day it came out, if any date says so; else the date that comes closest to it.</summary>
    private static string? Published(PackageDocument package)
    {
        IEnumerable<(int Rank, string? Date)> terms = package
            .TermsOf("date")
            .Select(term => (Rank(term.Event), BookDate.Parse(term.Text)));
        IEnumerable<(int Rank, string? Date)> metas = package
            .Metas.Where(meta => meta.Refines is null)
            .Select(meta => (RankOfMeta(meta.Name ?? meta.Property), BookDate.Parse(meta.Text)));
        return terms
            .Concat(metas.Where(meta => meta.Rank < int.MaxValue))
            .Where(candidate => candidate.Date is not null)
            .OrderBy(candidate => candidate.Rank)
            .FirstOrDefault()
            .Date;
    }

    private static int Rank(string? happening) =>
        happening?.ToLowerInvariant() switch
        {
            "publication" or "issued" or "published" => 0,
            null => 1,
            "original-publication" => 2,
            "creation" => 5,
            "modification" or "conversion" => 6,
            _ => 3,
        };

    private static int RankOfMeta(string? property) =>
        property switch
        {
            "dcterms:issued" => 0,
            "dcterms:date" => 4,
            "dcterms:created" => 5,
            _ => int.MaxValue,
        };

    private static List<BookIdentifier> Identifiers(PackageDocument package, FindingList findings)
    {
        var identifiers = new List<BookIdentifier>();
        foreach (PackageTerm term in package.TermsOf("identifier").Take(IdentifierLimit))
        {
            string? scheme = term.Scheme ?? package.Refinement(term.Id, "identifier-type");
            if (BookIdentifiers.Parse(term.Text, scheme) is { } identifier && !identifiers.Contains(identifier))
            {
                identifiers.Add(identifier);
            }

            if (BookIdentifiers.IsWrongIsbn(term.Text, scheme))
            {
                findings.Warn(FindingCodes.EpubIsbnInvalid, CleanText.Line(term.Text, 60));
            }
        }

        return identifiers;
    }
}
