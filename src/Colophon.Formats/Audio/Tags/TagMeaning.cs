using System.Globalization;
using System.Text.RegularExpressions;
using Colophon.Formats.Books;
using Colophon.Formats.Tags;

namespace Colophon.Formats.Audio.Tags;

/// <summary>Says what the tags of an audio file mean, once, for every container.</summary>
internal sealed partial class TagMeaning(TagDraft tags)
{
    public AudioTags ToTags(FindingList findings)
    {
        if (tags.IsEmpty)
        {
            return AudioTags.None;
        }

        if (tags.IsFull)
        {
            findings.Warn(FindingCodes.AudioListCut, "tags");
        }

        return new AudioTags
        {
            Title = tags.Line(TagNames.Title),
            TitleSort = tags.Line(TagNames.TitleSort),
            Subtitle = tags.Line(TagNames.Subtitle),
            Album = tags.Line(TagNames.Album),
            AlbumSort = tags.Line(TagNames.AlbumSort),
            Artists = tags.Names(TagNames.Artist),
            ArtistSort = tags.Line(TagNames.ArtistSort),
            AlbumArtists = tags.Names(TagNames.AlbumArtist),
            AlbumArtistSort = tags.Line(TagNames.AlbumArtistSort),
            Composers = tags.Names(TagNames.Composer),
            Narrators = tags.Names(TagNames.Narrator),
            Comment = tags.First(TagNames.Comment),
            Description = tags.Description(),
            Date = tags.Date(),
            OriginalDate = BookDate.Parse(tags.Line(TagNames.OriginalDate)),
            Genres = tags.Genres(),
            Publisher = tags.Line(TagNames.Publisher),
            Language = LanguageTag.Normalise(tags.Line(TagNames.Language)),
            Copyright = tags.Line(TagNames.Copyright),
            Track = tags.Number(TagNames.Track, 0),
            TrackTotal = tags.Number(TagNames.Track, 1) ?? tags.Number(TagNames.TrackTotal, 0),
            Disc = tags.Number(TagNames.Disc, 0),
            DiscTotal = tags.Number(TagNames.Disc, 1) ?? tags.Number(TagNames.DiscTotal, 0),
            Series = Series(),
            Identifiers = [.. Identifiers().Distinct()],
            IsCompilation = tags.Line(TagNames.Compilation) is { } flag ? flag is not ("0" or "false" or "no") : null,
            All = tags.All(),
        };
    }

    /// <summary>Whether a grouping names a place in a series.</summary>
    public static bool IsSeries(string grouping) => NumberedGrouping().IsMatch(grouping);

    private List<AudioSeries> Series()
    {
        if (tags.Line(TagNames.Series) is not null)
        {
            List<string> parts = tags.Pieces(TagNames.SeriesPart);
            parts = parts.Count > 0 ? parts : tags.Pieces(TagNames.MovementNumber);
            parts = parts.Count > 0 ? parts : tags.Pieces(TagNames.Part);
            return
            [
                .. tags.Pieces(TagNames.Series)
                    .Select((name, i) => new AudioSeries(name, Position(parts.ElementAtOrDefault(i)))),
            ];
        }

        if (tags.Line(TagNames.Movement) is { } movement)
        {
            return [new AudioSeries(movement, Position(tags.Line(TagNames.MovementNumber)))];
        }

        if (tags.Line(TagNames.Show) is { } show && tags.Line(TagNames.SeriesPart) is { } place)
        {
            return [new AudioSeries(show, Position(place))];
        }

        return
            tags.Line(TagNames.Grouping) is { } grouping
            && NumberedGrouping().Match(grouping) is { Success: true } match
            ? [new AudioSeries(match.Groups["series"].Value.Trim(), Position(match.Groups["number"].Value))]
            : [];
    }

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
        foreach (string asin in tags.Names(TagNames.Asin))
        {
            // what is no ASIN by its form (10 letters and digits) is somebody's remark
            if (BookIdentifiers.Parse(asin, "asin") is { Type: "asin" } identifier)
            {
                yield return identifier;
            }
        }

        foreach (string isbn in tags.Names(TagNames.Isbn))
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
