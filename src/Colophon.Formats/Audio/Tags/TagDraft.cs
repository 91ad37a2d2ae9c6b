using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Text;

namespace Colophon.Formats.Audio.Tags;

/// <summary>Gathers tags under their names and says what they mean, once, for every container.</summary>
internal sealed partial class TagDraft
{
    private const int ValueLimit = 2_000;
    private const int ListLimit = 100;
    private const int TextLimit = 1_000;
    private const int NameLimit = 500;
    private const int LongLimit = 32_000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private int _count;

    public bool IsFull => _count >= ValueLimit;

    public bool IsEmpty => _count == 0;

    /// <summary>Takes a value under any spelling of its name; empty ones are dropped.</summary>
    public void Add(string name, string? value)
    {
        string key = TagNames.Of(name);
        string text = CleanText.Lines(value, LongLimit);
        if (key.Length == 0 || text.Length == 0 || IsFull)
        {
            return;
        }

        if (!_values.TryGetValue(key, out List<string>? list))
        {
            _values[key] = list = [];
        }

        if (list.Count < ListLimit && !list.Contains(text))
        {
            list.Add(text);
            _count++;
        }
    }

    /// <summary>Takes what nobody has said yet from weaker tags of the same file.</summary>
    public void AddMissing(TagDraft weaker)
    {
        foreach ((string name, List<string> values) in weaker._values)
        {
            if (_values.TryAdd(name, values))
            {
                _count += values.Count;
            }
        }
    }

    /// <summary>Says the first value more precisely, when it is four digits.</summary>
    public void Refine(string name, Func<string, string> refine)
    {
        if (
            _values.TryGetValue(name, out List<string>? list)
            && list[0] is { Length: 4 } year
            && year.All(char.IsAsciiDigit)
        )
        {
            list[0] = refine(year);
        }
    }

    public AudioTags ToTags(FindingList findings)
    {
        if (_count == 0)
        {
            return AudioTags.None;
        }

        if (IsFull)
        {
            findings.Warn(FindingCodes.AudioListCut, "tags");
        }

        return new AudioTags
        {
            Title = Line(TagNames.Title),
            TitleSort = Line(TagNames.TitleSort),
            Subtitle = Line(TagNames.Subtitle),
            Album = Line(TagNames.Album),
            AlbumSort = Line(TagNames.AlbumSort),
            Artists = Names(TagNames.Artist),
            ArtistSort = Line(TagNames.ArtistSort),
            AlbumArtists = Names(TagNames.AlbumArtist),
            AlbumArtistSort = Line(TagNames.AlbumArtistSort),
            Composers = Names(TagNames.Composer),
            Narrators = Names(TagNames.Narrator),
            Comment = First(TagNames.Comment),
            Description = First(TagNames.LongDescription) ?? First(TagNames.Description),
            Date = BookDate.Parse(Line(TagNames.Date) ?? Line(TagNames.ReleaseDate) ?? Line(TagNames.Year)),
            OriginalDate = BookDate.Parse(Line(TagNames.OriginalDate)),
            Genres = Genres(),
            Publisher = Line(TagNames.Publisher),
            Language = LanguageTag.Normalise(Line(TagNames.Language)),
            Copyright = Line(TagNames.Copyright),
            Track = Number(TagNames.Track, 0),
            TrackTotal = Number(TagNames.Track, 1) ?? Number(TagNames.TrackTotal, 0),
            Disc = Number(TagNames.Disc, 0),
            DiscTotal = Number(TagNames.Disc, 1) ?? Number(TagNames.DiscTotal, 0),
            Series = Series(),
            Identifiers = [.. Identifiers().Distinct()],
            IsCompilation = Line(TagNames.Compilation) is { } flag ? flag is not ("0" or "false" or "no") : null,
            All = _values.ToDictionary(
                entry => entry.Key,
                entry => (IReadOnlyList<string>)entry.Value,
                StringComparer.Ordinal
            ),
        };
    }

    /// <summary>Whether a grouping names a place in a series.</summary>
    public static bool IsSeries(string grouping) => NumberedGrouping().IsMatch(grouping);

    private string? First(string name) => _values.TryGetValue(name, out List<string>? list) ? list[0] : null;

    private string? Line(string name) => CleanText.LineOrNull(First(name), TextLimit);

    private List<string> Names(string name) =>
        _values.TryGetValue(name, out List<string>? list)
            ? [.. list.Select(value => CleanText.Line(value, NameLimit)).Where(value => value.Length > 0)]
            : [];

    private List<string> Genres() =>
        [
            .. Names(TagNames.Genre)
                .SelectMany(value =>
                    value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>"3/12": the number at a place between slashes; rubbish behind a number is dropped.</summary>
    private int? Number(string name, int place)
    {
        string[] parts = (Line(name) ?? "").Split('/');
        if (place >= parts.Length)
        {
            return null;
        }

        string digits = new([.. parts[place].Trim().TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : null;
    }

    private List<AudioSeries> Series()
    {
        if (Line(TagNames.Series) is not null)
        {
            List<string> parts = Pieces(TagNames.SeriesPart);
            parts = parts.Count > 0 ? parts : Pieces(TagNames.MovementNumber);
            parts = parts.Count > 0 ? parts : Pieces(TagNames.Part);
            return
            [
                .. Pieces(TagNames.Series)
                    .Select((name, i) => new AudioSeries(name, Position(parts.ElementAtOrDefault(i)))),
            ];
        }

        if (Line(TagNames.Movement) is { } movement)
        {
            return [new AudioSeries(movement, Position(Line(TagNames.MovementNumber)))];
        }

        if (Line(TagNames.Show) is { } show && Line(TagNames.SeriesPart) is { } place)
        {
            return [new AudioSeries(show, Position(place))];
        }

        return Line(TagNames.Grouping) is { } grouping && NumberedGrouping().Match(grouping) is { Success: true } match
            ? [new AudioSeries(match.Groups["series"].Value.Trim(), Position(match.Groups["number"].Value))]
            : [];
    }

    private List<string> Pieces(string name) =>
        [
            .. Names(name)
                .SelectMany(value =>
                    value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ),
        ];

    /// <summary>"2", "2.5", "Book 2", "2/7": the first number; of a range its beginning.</summary>
    private static double? Position(string? text) =>
        text is not null
        && FirstNumber().Match(text) is { Success: true } match
        && double.TryParse(
            match.Value.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double number
        )
            ? number
            : null;

    private IEnumerable<BookIdentifier> Identifiers()
    {
        foreach (string asin in Names(TagNames.Asin))
        {
            // what is no ASIN by its form (10 letters and digits) is somebody's remark
            if (BookIdentifiers.Parse(asin, "asin") is { Type: "asin" } identifier)
            {
                yield return identifier;
            }
        }

        foreach (string isbn in Names(TagNames.Isbn))
        {
            if (BookIdentifiers.Parse(isbn, "isbn") is { } identifier)
            {
                yield return identifier;
            }
        }
    }

    [GeneratedRegex(
        @"^(?<series>[^#]{2,200}?)\s*[,;:\-–]?\s*(?:#|\b(?:book|bk|vol|volume|part|band)\.?\s)\s*(?<number>\d{1,4}(?:\.\d{1,2})?)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex NumberedGrouping();

    [GeneratedRegex(@"\d{1,5}(?:[.,]\d{1,3})?", RegexOptions.CultureInvariant)]
    private static partial Regex FirstNumber();
}
