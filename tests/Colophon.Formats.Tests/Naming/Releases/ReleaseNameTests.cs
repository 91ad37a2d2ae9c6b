using System.Diagnostics;
using Colophon.Formats.Naming.Releases;

namespace Colophon.Formats.Tests.Naming.Releases;

/// <summary>Where the words of a release begin, and what they say.</summary>
[Trait("Req", "D7")]
public sealed class ReleaseNameTests
{
    [Theory]
    [InlineData("Movie.Title.1080p.BluRay.x264-GRP", "Movie Title")]
    [InlineData("Movie.German.DL.AC3.Dubbed..BluRay.x264-PsO", "Movie")]
    [InlineData("Das.A.Team.Der.Film.Extended.Cut.German.720p.BluRay.x264-ANCIENT", "Das A Team Der Film")]
    [InlineData("The.English.Patient.mkv", "The English Patient mkv")]
    [InlineData("[Group] Some Title (BDRip 1920x1080 Hi10 FLAC) [FD8B6FF2]", "Some Title")]
    [InlineData("[rec] 1080p", "[rec]")]
    [InlineData("[rec]", "[rec]")]
    [InlineData("www.site.org - Some.Title.720p", "Some Title")]
    [InlineData("[ www.site.com ] - Some.Title.S03E14.720p.HDTV.X264-GRP", "Some Title S03E14")]
    [InlineData("[h265 - hevc] transformers 2 1080p french", "transformers 2")]
    [InlineData("h265 - HEVC Riddick Unrated Director Cut French 1080p DTS", "Riddick")]
    [InlineData("1080p", "1080p")]
    [InlineData("S.H.O.W.S01E01.720p", "S.H.O.W. S01E01")]
    [InlineData("To.Live.in.L.A.1080p", "To Live in L.A.")]
    [InlineData("Some Title (1080p x265)", "Some Title")]
    [InlineData("Guardians Vol.2 1080p", "Guardians Vol.2")]
    [InlineData("Mr. Movie 2.5 1080p", "Mr. Movie 2.5")]
    [InlineData("Some Bros. (x264)", "Some Bros.")]
    [InlineData("", "")]
    public void The_title_ends_where_the_words_of_a_release_begin(string name, string title) =>
        ReleaseName.Split(name).Title.ShouldBe(title);

    [Fact]
    public void The_words_say_what_the_file_is()
    {
        const string Name = "Show.S01E02.2160p.AMZN.WEB-DL.DDP5.1.Atmos.DV.HDR10+.H.265.10bit.PROPER.GERMAN-GRP";
        ReleaseFacts facts = ReleaseName.Split(Name).Facts;

        (facts.Resolution, facts.Source, facts.VideoCodec, facts.BitDepth).ShouldBe(("2160p", "web-dl", "hevc", 10));
        facts.Hdr.ShouldBe(["dolby-vision", "hdr10+"]);
        facts.AudioCodecs.ShouldBe(["eac3", "atmos"]);
        facts.Languages.ShouldBe(["de"]);
        (facts.AudioChannels, facts.Service, facts.Group).ShouldBe(("5.1", "Amazon", "GRP"));
        facts.IsRepaired.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Title 4K BluRay", "2160p")]
    [InlineData("Title 1080p UHD BluRay", "1080p")]
    [InlineData("Title BD1080p", "1080p")]
    [InlineData("Title 1080p25", "1080p")]
    [InlineData("Title 1444x866", "1444x866")]
    [InlineData("Title 11x11", null)]
    public void A_resolution_is_read(string name, string? resolution) =>
        ReleaseName.Split(name).Facts.Resolution.ShouldBe(resolution);

    [Theory]
    [InlineData("Title.1080p.BluRay.x264-GRP", "GRP")]
    [InlineData("Title.1080p.BluRay.x264-GRP-postbot", "GRP")]
    [InlineData("Title.1080p.WEB-DL", null)]
    [InlineData("Title (2001) (1080p BluRay x265 GRP)", "GRP")]
    [InlineData("[GRP] Title [1080p][0601BED4]", "GRP")]
    [InlineData("Title - Subtitle", null)]
    public void A_group_is_read(string name, string? group) => ReleaseName.Split(name).Facts.Group.ShouldBe(group);

    [Fact]
    public void Behind_the_anchor_words_count_that_titles_have_too()
    {
        const string Name = "The.Good.German.2006.Extended";

        ReleaseName.Split(Name).Facts.ShouldBe(ReleaseFacts.None);
        ReleaseName.Split(Name, 20).Facts.Edition.ShouldBe("Extended");
    }

    [Theory]
    [InlineData("1080p.")]
    [InlineData("[")]
    [InlineData("[a]")]
    [InlineData("(x264 a")]
    [InlineData("-a")]
    [InlineData("German.")]
    [InlineData("a.")]
    [InlineData("x")]
    [InlineData("-rp")]
    [InlineData("www.a.")]
    public void Long_names_that_tease_the_patterns_take_no_time(string piece)
    {
        string name = string.Concat(Enumerable.Repeat(piece, 5000));
        long started = Stopwatch.GetTimestamp();
        ReleaseName.Split(name);
        ReleaseWords.In(name[..500]);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Any_text_can_be_split()
    {
        var random = new Random(23);
        HashSet<string> known = [.. ReleaseRules.All.Select(rule => rule.Id)];
        for (int i = 0; i < 10_000; i++)
        {
            string name = RandomText.Next(random) + "x264" + RandomText.Next(random);
            ReleaseSplit split = ReleaseName.Split(name, random.Next(-1, 20));
            split.Rules.All(hit => known.Contains(hit.Id)).ShouldBeTrue(name);
            (split.HeadStart <= split.HeadEnd && split.Title.Length <= 500).ShouldBeTrue(name);
        }
    }
}
