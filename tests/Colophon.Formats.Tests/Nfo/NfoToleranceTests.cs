using System.Text;
using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

/// <summary>Careless, foreign and hostile files.</summary>
public sealed class NfoToleranceTests
{
    [Theory]
    [InlineData("<movie><title>Fast & Loose</title></movie>", "Fast & Loose")]
    [InlineData("<movie><title>Caf&eacute; &nosuch; &lt;3</title></movie>", "Café &nosuch; <3")]
    [InlineData("<movie><title>A &amp B</title></movie>", "A &amp B")]
    [InlineData("<movie><title>1 < 2</title></movie>", "1 < 2")]
    [InlineData("<movie><title>T</title><year>1999</movie>", "T")]
    [InlineData("<movie><title>T<year>1999</year></movie>", "T")]
    [InlineData("<movie><title>T</title></plot></movie>", "T")]
    [InlineData("<movie><title>T</title><plot>cut o", "T")]
    [InlineData("<Movie><Title>T</title></movie>", "T")]
    [InlineData("<movie><thumb aspect=poster>x</thumb><title>T</title></movie>", "T")]
    [InlineData("<movie><title><![CDATA[T]]></title><plot><![CDATA[never closed</plot></movie>", "T")]
    public void Mistakes_are_read_over_and_told(string text, string title)
    {
        Reading<NfoDocument> reading = Read(text);

        reading.Value!.Items.ShouldHaveSingleItem().Title.ShouldBe(title);
        reading.Findings.ShouldNotBeEmpty();
        reading.Findings.ShouldAllBe(finding => finding.Code == FindingCodes.NfoRepaired);
    }

    [Fact]
    public void A_mistake_is_told_with_its_line() =>
        Read("<movie>\n<title>A & B</title>\n</movie>").Findings[0].Message.ShouldContain("line 2");

    [Fact]
    public void An_element_that_is_not_closed_does_not_take_its_followers() =>
        Read("<movie><title>T<year>1999</year><genre>A</genre></movie>").Value!.Items[0].Year.ShouldBe(1999);

    [Fact]
    public void Tags_within_a_text_are_left_out() =>
        Read("<movie><plot>He <b>said</b>&#10;so</plot></movie>").Value!.Items[0].Plot.ShouldBe("He said\nso");

    [Fact]
    public void Text_behind_the_root_is_no_mistake()
    {
        Reading<NfoDocument> reading = Read(
            "\uFEFF\n<movie><title>T</title></movie>\nhttps://www.themoviedb.org/movie/603-the-matrix?a=1&b=2"
        );

        reading.Findings.ShouldBeEmpty();
        reading.Value!.Items[0].Title.ShouldBe("T");
        reading.Value.Links.ShouldBe([new NfoLink("tmdb", "603", NfoKind.Movie)]);
    }

    [Theory]
    [InlineData("https://www.themoviedb.org/tv/1399-game-of-thrones", "tmdb", "1399", NfoKind.Show)]
    [InlineData("https://www.themoviedb.org/collection/10-star-wars", "tmdb", "10", NfoKind.Set)]
    [InlineData("http://www.imdb.com/title/tt4154796/?ref_=1", "imdb", "tt4154796", null)]
    [InlineData("IMDb...: tt0133093", "imdb", "tt0133093", null)]
    [InlineData("https://thetvdb.com/?tab=series&id=121361&lid=7", "tvdb", "121361", NfoKind.Show)]
    [InlineData("https://thetvdb.com/index.php?tab=series&amp;id=121361", "tvdb", "121361", NfoKind.Show)]
    [InlineData("https://www.thetvdb.com/dereferrer/series/121361", "tvdb", "121361", NfoKind.Show)]
    [InlineData("https://thetvdb.com/movies/123", "tvdb", "123", NfoKind.Movie)]
    [InlineData("https://thetvdb.com/series/game-of-thrones", "tvdb_slug", "game-of-thrones", NfoKind.Show)]
    [InlineData("https://www.tvmaze.com/shows/82/x", "tvmaze", "82", NfoKind.Show)]
    [InlineData("https://anidb.net/anime/1", "anidb", "1", null)]
    [InlineData("tmdb: 603", "tmdb", "603", null)]
    [InlineData(
        "https://musicbrainz.org/release-group/F85647EC-a69b-3b0a-ad04-bb6076c4dcf1",
        "musicbrainz_release_group",
        "f85647ec-a69b-3b0a-ad04-bb6076c4dcf1",
        NfoKind.Album
    )]
    public void A_text_with_an_address_says_what_it_is_of(string text, string provider, string value, NfoKind? kind)
    {
        Reading<NfoDocument> reading = Read(text);

        reading.Findings.ShouldBeEmpty();
        reading.Value!.Items.ShouldBeEmpty();
        reading.Value.Links.ShouldBe([new NfoLink(provider, value, kind)]);
    }

    [Theory]
    [InlineData("A release by nobody.", FindingCodes.NfoOnlyText)]
    [InlineData("<html><body>tt0133093</body></html>", FindingCodes.NfoRootUnknown)]
    [InlineData("<movies><movie/></movies>", FindingCodes.NfoRootUnknown)]
    public void What_is_something_else_says_what_it_is(string text, string code)
    {
        Reading<NfoDocument> reading = Read(text);

        reading.Findings.ShouldHaveSingleItem().Code.ShouldBe(code);
        reading.Value!.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", FindingCodes.NfoEmpty)]
    [InlineData("\uFEFF \r\n", FindingCodes.NfoEmpty)]
    [InlineData("\u0001\u0002\u0003PNG\u0000\u0000", FindingCodes.NfoNotText)]
    public void What_cannot_be_read_is_refused(string text, string code)
    {
        Reading<NfoDocument> reading = Read(text);

        (reading.Value, reading.Fatal?.Code).ShouldBe((null, code));
    }

    [Theory]
    [InlineData("<!DOCTYPE movie [<!ENTITY a \"b\">]><movie><title>&a;</title><tmdbid>603</tmdbid></movie>")]
    [InlineData("<movie><!doctype x><title>T</title><uniqueid default='true' type='tmdb'> 603 </uniqueid></movie>")]
    [InlineData("<!ENTITY a SYSTEM \"file:///etc/passwd\">https://www.themoviedb.org/movie/603")]
    public void A_document_type_is_refused_but_for_its_ids(string text)
    {
        Reading<NfoDocument> reading = Read(text);

        reading.Fatal!.Code.ShouldBe(FindingCodes.NfoDoctypeRefused);
        reading.Value!.Items.ShouldBeEmpty();
        (reading.Value.Links[0].Provider, reading.Value.Links[0].Value).ShouldBe(("tmdb", "603"));
    }

    [Fact]
    public void A_document_type_in_a_comment_or_a_text_is_none() =>
        Read("<movie><!-- <!DOCTYPE x> --><title><![CDATA[<!DOCTYPE x>]]></title></movie>")
            .Value!.Items[0]
            .Title.ShouldBe("<!DOCTYPE x>");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    [InlineData("no-such-encoding")]
    public void An_encoding_that_is_declared_and_wrong_is_not_believed(string encoding) =>
        Read($"<?xml version='1.0' encoding='{encoding}'?><movie><title>Déjà Vu</title></movie>")
            .Value!.Items[0]
            .Title.ShouldBe("Déjà Vu");

    [Fact]
    public void Other_encodings_are_read()
    {
        const string Text = "<movie><title>Déjà Vu</title></movie>";

        Title([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]).ShouldBe("Déjà Vu");
        Title(Encoding.BigEndianUnicode.GetBytes(Text)).ShouldBe("Déjà Vu");
        Title(Encoding.Latin1.GetBytes(Text)).ShouldBe("Déjà Vu");
    }

    [Theory]
    [InlineData("<movie>", "<a>", "")]
    [InlineData("<movie>", "<a><b c='", "")]
    [InlineData("<movie><title>T</title>", "<!-- <![CDATA[ <? ", "</movie>")]
    [InlineData("<movie>", "<genre>x</genre>", "</movie>")]
    [InlineData("<movie><plot>", "long text &amp; ", "</plot></movie>")]
    [InlineData("<movie>", "</x>", "</movie>")]
    [InlineData("<movie>", "<actor><name>x</name></actor>", "</movie>")]
    [InlineData("", "https://thetvdb.com/?", "")]
    [InlineData("", "<uniqueid type='a", "")]
    public void Endless_files_are_read_in_bounds(string begin, string piece, string end)
    {
        const int Length = 2_000_000;
        string text = begin + string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + end;
        long before = GC.GetAllocatedBytesForCurrentThread();
        long started = System.Diagnostics.Stopwatch.GetTimestamp();

        Reading<NfoDocument> reading = Read(text);

        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256L * 1024 * 1024);
        reading.Findings.Count.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread() =>
        NfoReader
            .Read(new byte[NfoReader.SizeLimit + 1], CancellationToken.None)
            .Fatal!.Code.ShouldBe(FindingCodes.NfoTooLarge);

    [Fact]
    public void A_cancelled_reading_says_so() =>
        NfoReader
            .Read("<movie/>"u8, new CancellationToken(canceled: true))
            .Fatal!.Code.ShouldBe(FindingCodes.ReadTimeout);

    private static string? Title(byte[] file) => NfoReader.Read(file, CancellationToken.None).Value!.Items[0].Title;

    private static Reading<NfoDocument> Read(string text) =>
        NfoReader.Read(Encoding.UTF8.GetBytes(text), CancellationToken.None);
}
