using System.Globalization;

namespace Colophon.Formats.Naming.Releases;

/// <summary>Puts the words of a release together: the first of a kind counts, lists keep the order of the name.</summary>
internal static class ReleaseDraft
{
    public static ReleaseFacts Of(string name, IReadOnlyList<ReleaseWord> words)
    {
        if (words.Count == 0)
        {
            return ReleaseFacts.None;
        }

        return new ReleaseFacts
        {
            Resolution = Resolution(name, words),
            Source = Source(words),
            IsRemux = First(words, ReleaseWordKind.Remux) is not null,
            VideoCodec = First(words, ReleaseWordKind.VideoCodec),
            BitDepth = First(words, ReleaseWordKind.BitDepth) is { } depth
                ? int.Parse(depth, CultureInfo.InvariantCulture)
                : null,
            Hdr = All(words, ReleaseWordKind.Hdr),
            AudioCodecs = All(words, ReleaseWordKind.AudioCodec),
            AudioChannels = First(words, ReleaseWordKind.AudioChannels),
            ThreeD = First(words, ReleaseWordKind.ThreeD),
            Edition = Edition(words),
            Languages = All(words, ReleaseWordKind.Language),
            Service = First(words, ReleaseWordKind.Service),
            IsRepaired = First(words, ReleaseWordKind.Repair) is not null,
        };
    }

    /// <summary>A number of lines outweighs 4K and UHD, which often speak of the disc.</summary>
    private static string? Resolution(string name, IReadOnlyList<ReleaseWord> words)
    {
        var all = words.Where(word => word.Kind == ReleaseWordKind.Resolution).ToList();
        ReleaseWord? exact = all.Find(word => name[word.Start..word.End].Count(char.IsAsciiDigit) > 2);
        return (exact ?? all.FirstOrDefault())?.Value;
    }

    /// <summary>A remux is of a Blu-ray where nothing else is said.</summary>
    private static string? Source(IReadOnlyList<ReleaseWord> words) =>
        words
            .Where(word => word.Kind == ReleaseWordKind.Source)
            .OrderBy(word => word.Trust)
            .Select(word => word.Value)
            .FirstOrDefault()
        ?? (First(words, ReleaseWordKind.Remux) is null ? null : "bluray");

    /// <summary>All words for it, as one text: "Extended Directors Cut".</summary>
    private static string? Edition(IReadOnlyList<ReleaseWord> words)
    {
        string edition = string.Join(' ', All(words, ReleaseWordKind.Edition));
        return edition.Length == 0 ? null : edition;
    }

    private static string? First(IReadOnlyList<ReleaseWord> words, ReleaseWordKind kind) =>
        words.FirstOrDefault(word => word.Kind == kind)?.Value;

    private static List<string> All(IReadOnlyList<ReleaseWord> words, ReleaseWordKind kind) =>
        [
            .. words
                .Where(word => word.Kind == kind)
                .Select(word => word.Value)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
