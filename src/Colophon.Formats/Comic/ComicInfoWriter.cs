using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Colophon.Formats.Books;

namespace Colophon.Formats.Comic;

/// <summary>
/// Puts metadata into a ComicInfo document (schema 2.0 and draft 2.1), an existing one or a fresh one. A field that already
/// says what it should keeps its elements as they are written; all else of the document stays.
/// </summary>
internal sealed class ComicInfoWriter
{
    private const string RootName = "ComicInfo";

    // a sequence in the schema
    private static readonly string[] _order =
    [
        "Title",
        "Series",
        "Number",
        "Count",
        "Volume",
        "AlternateSeries",
        "AlternateNumber",
        "AlternateCount",
        "Summary",
        "Notes",
        "Year",
        "Month",
        "Day",
        "Writer",
        "Penciller",
        "Inker",
        "Colorist",
        "Letterer",
        "CoverArtist",
        "Editor",
        "Translator",
        "Publisher",
        "Imprint",
        "Genre",
        "Tags",
        "Web",
        "PageCount",
        "LanguageISO",
        "Format",
        "BlackAndWhite",
        "Manga",
        "Characters",
        "Teams",
        "Locations",
        "ScanInformation",
        "StoryArc",
        "StoryArcNumber",
        "SeriesGroup",
        "AgeRating",
        "Pages",
        "CommunityRating",
        "MainCharacterOrTeam",
        "Review",
        "GTIN",
    ];

    private static readonly string[] _identifierTypes = ["isbn_13", "isbn_10"];

    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly XDocument _document;
    private readonly XElement _root;
    private readonly ComicMetadata _was;

    private ComicInfoWriter(XDocument document, ComicMetadata was) =>
        (_document, _root, _was) = (document, document.Root!, was);

    /// <summary>False while the document says what it said.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Over a document that stands in the archive; over a fresh one when there is none or it is something else.</summary>
    /// <param name="said">What the reader makes of it.</param>
    public static ComicInfoWriter Over(XDocument? existing, ComicXml? said) =>
        existing?.Root?.Name.LocalName.Equals(RootName, StringComparison.OrdinalIgnoreCase) == true && said is not null
            ? new ComicInfoWriter(existing, ComicInfoParser.Of(said, new FindingList()))
            : new ComicInfoWriter(new XDocument(new XElement(RootName)), ComicMetadata.Empty);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, _settings))
        {
            _document.Save(writer);
        }

        return bytes.ToArray();
    }

    public void Replace(ComicMetadata metadata)
    {
        Put(_was.Title, metadata.Title, "Title");
        Put(_was.Series, metadata.Series, "Series");
        ReplaceNumbers(metadata);
        ReplaceArcs(metadata.Arcs);
        Put(_was.Summary, metadata.Summary, "Summary");
        Put(_was.Notes, metadata.Notes, "Notes");
        ReplaceDate(metadata.Published);
        foreach (string element in ComicNames.Elements)
        {
            Put(People(_was, element), People(metadata, element), element);
        }

        Put(_was.Publisher, metadata.Publisher, "Publisher");
        Put(_was.Imprint, metadata.Imprint, "Imprint");
        Put(_was.Genres, metadata.Genres, "Genre");
        Put(_was.Tags, metadata.Tags, "Tags");
        Put(_was.Web, metadata.Web, "Web");
        Put(_was.Language, metadata.Language, "LanguageISO");
        Put(_was.Format, metadata.Format, "Format");
        Put(Manga(_was), Manga(metadata), "Manga");
        Put(_was.Characters, metadata.Characters, "Characters");
        Put(_was.Teams, metadata.Teams, "Teams");
        Put(_was.Locations, metadata.Locations, "Locations");
        Put(_was.SeriesGroups, metadata.SeriesGroups, "SeriesGroup");
        Put(_was.AgeRating, metadata.AgeRating, "AgeRating");
        ReplacePages(metadata.Pages);
        Put(Gtin(_was.Identifiers), Gtin(metadata.Identifiers), "GTIN");
    }

    private void ReplaceNumbers(ComicMetadata metadata)
    {
        if (
            (_was.Number, _was.NumberEnd, _was.NumberText) != (metadata.Number, metadata.NumberEnd, metadata.NumberText)
        )
        {
            string? range = metadata.NumberEnd is null
                ? Text(metadata.Number)
                : $"{Text(metadata.Number)}-{Text(metadata.NumberEnd)}";
            Set("Number", metadata.NumberText ?? range);
        }

        Put(Text(_was.Count), Text(metadata.Count), "Count");
        // the reader takes whole volumes only
        Put(
            Text(_was.Volume),
            metadata.Volume is >= 0 and var volume && volume % 1 == 0 ? Text(volume) : null,
            "Volume"
        );
    }

    private void ReplaceArcs(IReadOnlyList<ComicArc> arcs)
    {
        if (_was.Arcs.SequenceEqual(arcs))
        {
            return;
        }

        Set("AlternateSeries", null);
        Set("AlternateNumber", null);
        Set("StoryArc", Joined([.. arcs.Select(arc => arc.Name)]));
        bool isNumbered = arcs.Any(arc => arc.Number is not null);
        Set("StoryArcNumber", isNumbered ? string.Join(',', arcs.Select(arc => Text(arc.Number))) : null);
    }

    private void ReplaceDate(string? published)
    {
        if (_was.Published == published)
        {
            return;
        }

        string[] parts = (published ?? "").Split('-');
        Set("Year", Part(0));
        Set("Month", Part(1));
        Set("Day", Part(2));

        string? Part(int place) =>
            int.TryParse(parts.ElementAtOrDefault(place), CultureInfo.InvariantCulture, out int number)
                ? Text(number)
                : null;
    }

    /// <summary>A page keeps what else its element says of it.</summary>
    private void ReplacePages(IReadOnlyList<ComicPageNote> pages)
    {
        if (_was.Pages.SequenceEqual(pages))
        {
            return;
        }

        List<XElement> former = [.. _root.Descendants().Where(element => Is(element, "Page"))];
        ILookup<string, XElement> byImage = former.ToLookup(page => ((string?)page.Attribute("Image") ?? "").Trim());
        IEnumerable<XElement> made = pages.Select(note => Page(note, byImage[Text(note.Image)!].FirstOrDefault()));
        XElement? element = pages.Count == 0 ? null : new XElement(_root.Name.Namespace + "Pages", made.ToList());
        former.ForEach(page => page.Remove());
        SetElement("Pages", element);
    }

    private XElement Page(ComicPageNote note, XElement? former)
    {
        var page = new XElement(_root.Name.Namespace + "Page", former?.Attributes());
        page.SetAttributeValue("Image", Text(note.Image));
        page.SetAttributeValue("Type", note.Type);
        page.SetAttributeValue("Bookmark", note.Bookmark);
        page.SetAttributeValue("ImageWidth", Text(note.Width));
        page.SetAttributeValue("ImageHeight", Text(note.Height));
        return page;
    }

    private void Put(string? was, string? now, string element)
    {
        if (was != now)
        {
            Set(element, now);
        }
    }

    private void Put(IReadOnlyList<string> was, IReadOnlyList<string> now, string element)
    {
        if (!was.SequenceEqual(now))
        {
            Set(element, Joined(now));
        }
    }

    private void Set(string name, string? text) =>
        SetElement(name, text is null ? null : new XElement(_root.Name.Namespace + name, text));

    private void SetElement(string name, XElement? element)
    {
        IsChanged = true;
        _root.Elements().Where(former => Is(former, name)).ToList().ForEach(former => former.Remove());
        if (element is null)
        {
            return;
        }

        int place = Array.IndexOf(_order, name);
        XElement? before = _root
            .Elements()
            .LastOrDefault(other =>
                Array.FindIndex(_order, known => Is(other, known)) is >= 0 and var at && at < place
            );
        if (before is null)
        {
            _root.AddFirst(element);
        }
        else
        {
            before.AddAfterSelf(element);
        }
    }

    private static bool Is(XElement element, string name) =>
        element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static List<string> People(ComicMetadata metadata, string element) =>
        [
            .. metadata
                .Credits.Where(credit => ComicNames.ElementOf(credit.Role) == element)
                .Select(credit => credit.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string? Manga(ComicMetadata metadata) =>
        metadata.IsManga switch
        {
            true => metadata.Direction == ReadingDirection.RightToLeft ? "YesAndRightToLeft" : "Yes",
            false => "No",
            null => null,
        };

    /// <summary>The one that there is room for: an ISBN first, else what is read back as what it is.</summary>
    private static string? Gtin(IReadOnlyList<BookIdentifier> identifiers) =>
        identifiers
            .Where(identifier => BookIdentifiers.Parse(identifier.Value, scheme: null) == identifier)
            .OrderBy(identifier => Array.IndexOf(_identifierTypes, identifier.Type) is >= 0 and var at ? at : 2)
            .FirstOrDefault()
            ?.Value;

    /// <summary>Between commas; where a name has one, between semicolons, of which there is at least one.</summary>
    private static string? Joined(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return null;
        }

        string[] plain = [.. names.Select(name => name.Replace(';', ','))];
        return !Array.Exists(plain, name => name.Contains(',')) ? string.Join(", ", plain)
            : plain.Length == 1 ? plain[0] + ";"
            : string.Join("; ", plain);
    }

    private static string? Text(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture);
}
