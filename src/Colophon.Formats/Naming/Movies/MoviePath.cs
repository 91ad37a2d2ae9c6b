using System.Text.RegularExpressions;
using Colophon.Formats.Naming.Releases;
using Colophon.Formats.Text;

namespace Colophon.Formats.Naming.Movies;

/// <summary>Reads title, year, edition, ids and the facts of a release out of where a movie lies. Never throws, and says why.</summary>
public static partial class MoviePath
{
    private const int SegmentLimit = 500;
    private const int MaxSegments = 64;
    private const int HitLimit = 50;

    /// <summary>Explains the path of a movie's file, or of a folder that is a movie.</summary>
    /// <param name="relativePath">From the library's root; both kinds of slashes.</param>
    /// <param name="place">What is known about the folder the file lies in.</param>
    public static MoviePathExplanation Explain(string relativePath, MoviePlace place = MoviePlace.Unknown)
    {
        string[] segments =
        [
            .. relativePath
                .Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
                .Select(segment => CleanText.Line(segment, SegmentLimit))
                .Where(segment => segment.Length > 0)
                .TakeLast(MaxSegments),
        ];
        if (segments.Length == 0)
        {
            return Finished(new MovieNameDraft(), null, [], []);
        }

        var hits = new List<RuleHit>();
        MovieNameDraft file = MovieNameReader.Read(MovieFileTypes.Stem(segments[^1]), MovieNamePart.File);
        string? folderName = FolderOf(segments, hits);
        if (folderName is null || place == MoviePlace.ManyMovies)
        {
            return Finished(file, null, hits, [Hit(MovieRules.TitleFile, segments[^1], file.Title)]);
        }

        MovieNameDraft folder = MovieNameReader.Read(folderName, MovieNamePart.Folder);
        bool isInner = hits.Count > 0; // trailers/x.mkv, BDMV/STREAM/00001.m2ts
        bool isOne = place == MoviePlace.OneMovie || isInner;
        TakeBackYear(file, folder);
        bool isFolder = IsSameTitle(file, folder) || BearsTitle(segments[^1], file, folder, isOne);
        return isFolder
            ? Finished(
                folder,
                isInner ? file.WithoutTitle() : file,
                hits,
                [Hit(MovieRules.TitleFolder, folderName, folder.Title)]
            )
            : Finished(file, isOne ? folder : null, hits, [Hit(MovieRules.TitleFile, segments[^1], file.Title)]);
    }

    /// <summary>The nearest folder that can bear a title.</summary>
    private static string? FolderOf(string[] segments, List<RuleHit> hits)
    {
        int at = segments.Length - 2;
        while (at > 0 && MovieFolderNames.IsInner(segments[at]))
        {
            hits.Add(Hit(MovieRules.InnerFolder, segments[at], segments[at - 1]));
            at--;
        }

        return at < 0 ? null : segments[at];
    }

    /// <summary>In a folder called Wonder Woman 1984 the number of such a file is no year.</summary>
    private static void TakeBackYear(MovieNameDraft file, MovieNameDraft folder)
    {
        bool isTitle =
            file.Year is not null
            && !file.IsYearSure
            && file.Year != folder.Year
            && TextKeys.NameKey($"{file.Title} {file.Year}") == TextKeys.NameKey(folder.Title);
        if (isTitle)
        {
            (file.Title, file.Year) = (folder.Title, null);
        }
    }

    private static bool IsSameTitle(MovieNameDraft file, MovieNameDraft folder) =>
        TextKeys.NameKey(file.Title) == TextKeys.NameKey(folder.Title);

    private static bool BearsTitle(string fileName, MovieNameDraft file, MovieNameDraft folder, bool isOne)
    {
        if (NamelessPattern().IsMatch(MovieFileTypes.Stem(fileName)))
        {
            return true;
        }

        bool isFolderMarked = folder.HasMarks;
        if (isOne)
        {
            return isFolderMarked || !file.HasMarks;
        }

        // one of several films of a folder says its year or its id; a file of a release may have any name
        bool isFileMarked = file.Year is not null || file.Ids.Count > 0;
        bool isSameYear = folder.Year is not null && folder.Year == file.Year;
        return isFolderMarked && (!isFileMarked || isSameYear);
    }

    private static MoviePathExplanation Finished(
        MovieNameDraft title,
        MovieNameDraft? other,
        List<RuleHit> before,
        List<RuleHit> last
    )
    {
        bool isSame = other is not null && IsSameTitle(title, other);
        ReleaseFacts release = MovieFacts.Merged(other?.Release ?? ReleaseFacts.None, title.Release);
        var ids = new Dictionary<string, string>(other?.Ids ?? title.Ids, StringComparer.Ordinal);
        foreach ((string key, string value) in title.Ids)
        {
            ids.TryAdd(key, value);
        }

        string? edition = other?.Edition ?? title.Edition;
        var name = new MovieName(
            title.Title.Length == 0 ? null : title.Title[..Math.Min(title.Title.Length, SegmentLimit)],
            title.OtherTitles.Count > 0 ? title.OtherTitles : other?.OtherTitles ?? [],
            isSame ? other!.Year ?? title.Year : title.Year ?? other?.Year,
            edition,
            other?.Part ?? title.Part,
            ids,
            release with
            {
                Edition = edition,
            }
        );
        return new MoviePathExplanation(
            name,
            [.. before.Concat(title.Hits).Concat(other?.Hits ?? []).Take(HitLimit - last.Count), .. last]
        );
    }

    private static RuleHit Hit(NameRule rule, string matched, string title) =>
        new(rule.Id, rule.Text, matched, matched, $"title={title}");

    // "movie.mkv", "title00.mkv", "VTS_01_1.VOB", "00001.m2ts", and names that posters scrambled
    [GeneratedRegex(
        @"^(?:movie|video|film|feature|main|index|title[\s_]?[0-9]{1,3}|vts_[0-9]{2}_[0-9]|video_ts|[0-9]{5}|(?=[a-z]{0,60}[0-9])[a-z0-9]{20,64}|[0-9a-f]{16,64})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex NamelessPattern();
}
