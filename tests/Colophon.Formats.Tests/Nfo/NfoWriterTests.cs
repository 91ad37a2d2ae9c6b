using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Colophon.Formats.Nfo;

namespace Colophon.Formats.Tests.Nfo;

public sealed class NfoWriterTests
{
    private const string Film = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
        <!-- made by hand -->
        <movie xmlns:x="urn:x">
            <title lang='de'>Alien</title>
            <x:own a='1'>kept  as it is</x:own>
            <ratings>
                <rating name='imdb' max='10' default='true' own='1'><value>8.500000</value><votes>100</votes></rating>
                <rating name="trakt" max="10"><value>8.1</value></rating>
            </ratings>
            <genre>Horror</genre><!-- both -->
            <genre own="2">Sci-Fi</genre>
            <thumb aspect="poster">/home/me/poster.jpg</thumb>
            <imdbid>tt0078748</imdbid>
            <actor own="3">
                <name>Sigourney Weaver</name>
                <role>Ripley</role>
                <tmdbid>10205</tmdbid>
            </actor>
        </movie>
        https://www.themoviedb.org/movie/348?a=1&b=2
        """;

    [Theory]
    [InlineData(NfoKind.Movie)]
    [InlineData(NfoKind.Show)]
    [InlineData(NfoKind.Season)]
    [InlineData(NfoKind.Episode)]
    [InlineData(NfoKind.Artist)]
    [InlineData(NfoKind.Album)]
    [InlineData(NfoKind.MusicVideo)]
    [InlineData(NfoKind.Set)]
    public void What_is_written_is_read_back(NfoKind kind)
    {
        var samples = new NfoSamples(new Random(20261121 + (int)kind));
        byte[]? former = null;
        for (int round = 0; round < 60; round++)
        {
            NfoItem item = samples.Next(kind);

            byte[] fresh = NfoWriter.Write(null, [item]).ShouldNotBeNull();
            Differences(fresh, item).ShouldBeEmpty($"round {round}, a fresh file");
            IsXml(fresh);

            byte[] changed = NfoWriter.Write(former ?? fresh, [item]).ShouldNotBeNull();
            Differences(changed, item).ShouldBeEmpty($"round {round}, over another");
            IsXml(changed);
            NfoWriter.Write(changed, [item]).ShouldBeSameAs(changed, $"round {round}, once more");
            former = changed;
        }
    }

    [Fact]
    public void Nothing_is_touched_when_nothing_changed()
    {
        foreach ((string path, _) in Corpus.Files("nfo"))
        {
            byte[] file = File.ReadAllBytes(path);
            if (NfoReader.Read(file, CancellationToken.None).Value is { Items.Count: > 0 } document)
            {
                NfoWriter.Write(file, document.Items).ShouldBeSameAs(file, path);
            }
        }

        byte[] film = Encoding.UTF8.GetBytes(Film);
        NfoWriter.Write(film, [Read(film)]).ShouldBeSameAs(film);
    }

    [Fact]
    public void Only_the_field_that_changed_is_touched()
    {
        byte[] film = Encoding.UTF8.GetBytes(Film);

        Text(NfoWriter.Write(film, [Read(film) with { Title = "Alien & Co" }]))
            .ShouldBe(Film.Replace(">Alien<", ">Alien &amp; Co<"));
        Text(NfoWriter.Write(film, [Read(film) with { Genres = ["Horror", "Space"] }]))
            .ShouldBe(Film.Replace("<genre own=\"2\">Sci-Fi</genre>", "<genre>Space</genre>"));
        Text(NfoWriter.Write(film, [Read(film) with { Genres = ["Horror"] }]))
            .ShouldBe(Film.Replace("\n    <genre own=\"2\">Sci-Fi</genre>", ""));
        Text(NfoWriter.Write(film, [Read(film) with { Title = null }]))
            .ShouldBe(Film.Replace("\n    <title lang='de'>Alien</title>", ""));
        Text(NfoWriter.Write(film, [Read(film) with { Runtime = 117, Year = 1979 }]))
            .ShouldBe(
                Film.Replace("</ratings>", "</ratings>\n    <runtime>117</runtime>", StringComparison.Ordinal)
                    .Replace("</thumb>", "</thumb>\n    <year>1979</year>", StringComparison.Ordinal)
            );
    }

    [Fact]
    public void What_nobody_reads_stays_within_what_changes()
    {
        byte[] film = Encoding.UTF8.GetBytes(Film);
        NfoItem item = Read(film);

        string people = Text(
            NfoWriter.Write(film, [item with { People = [item.People[0] with { Character = "Ellen" }] }])
        );
        people.ShouldContain("<actor own=\"3\">");
        people.ShouldContain("<role>Ellen</role>");
        people.ShouldContain("<tmdbid>10205</tmdbid>");

        NfoRating better = item.Ratings[1] with { Value = 9 };
        string ratings = Text(NfoWriter.Write(film, [item with { Ratings = [item.Ratings[0], better] }]));
        ratings.ShouldContain("own='1'>");
        ratings.ShouldContain("<value>8.500000</value>");
        ratings.ShouldContain("<value>9</value>");

        string thumbs = Text(
            NfoWriter.Write(film, [item with { Thumbs = [new NfoImage("http://x/y.jpg", "poster", null, null)] }])
        );
        thumbs.ShouldContain("/home/me/poster.jpg</thumb>\n    <thumb aspect=\"poster\">http://x/y.jpg</thumb>");
    }

    [Fact]
    public void Ids_that_other_programs_look_for_stay_where_they_are()
    {
        byte[] film = Encoding.UTF8.GetBytes(Film);
        NfoItem item = Read(film);

        string text = Text(NfoWriter.Write(film, [item with { Ids = [.. item.Ids, new NfoId("tmdb", "348", true)] }]));

        text.ShouldContain("<imdbid>tt0078748</imdbid>");
        text.ShouldContain("<uniqueid type=\"imdb\">tt0078748</uniqueid>");
        text.ShouldContain("<uniqueid type=\"tmdb\" default=\"true\">348</uniqueid>");
        Read(Encoding.UTF8.GetBytes(text)).Ids.Count.ShouldBe(2);
    }

    [Fact]
    public void Further_roots_stay_and_new_ones_come_behind_them()
    {
        const string Two =
            "<episodedetails><title>One</title><season>1</season><episode>1</episode></episodedetails>\n"
            + "<episodedetails><title>Two</title><season>1</season><episode>2</episode></episodedetails>\n";
        byte[] file = Encoding.UTF8.GetBytes(Two);
        var second = new NfoItem(NfoKind.Episode)
        {
            Title = "Zwei",
            Season = 1,
            Episode = 2,
        };
        var third = new NfoItem(NfoKind.Episode)
        {
            Title = "Drei",
            Season = 1,
            Episode = 3,
        };

        Text(NfoWriter.Write(file, [second])).ShouldBe(Two.Replace("Two", "Zwei"));
        byte[] three = NfoWriter.Write(file, [.. Items(file), third])!;

        Text(three).ShouldStartWith(Two.TrimEnd());
        Items(three).Select(item => item.Title).ShouldBe(["One", "Two", "Drei"]);
    }

    [Fact]
    public void A_fresh_file_is_in_the_order_of_Kodi()
    {
        var film = new NfoItem(NfoKind.Movie)
        {
            Title = "Alien",
            Year = 1979,
            Plot = "Space.\nNoise.",
            Genres = ["Horror"],
            Ratings = [new NfoRating("imdb", 8.5, 7, true)],
            Ids = [new NfoId("imdb", "tt0078748", true)],
            People =
            [
                new("Sigourney Weaver", "actor", "Ripley", 0, null),
                new("Ridley Scott", "director", null, null, null),
            ],
        };

        Text(NfoWriter.Write(null, [film]))
            .ShouldBe(
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <movie>
                    <title>Alien</title>
                    <ratings>
                        <rating name="imdb" max="10" default="true">
                            <value>8.5</value>
                            <votes>7</votes>
                        </rating>
                    </ratings>
                    <plot>Space.
                Noise.</plot>
                    <uniqueid type="imdb" default="true">tt0078748</uniqueid>
                    <genre>Horror</genre>
                    <director>Ridley Scott</director>
                    <year>1979</year>
                    <actor>
                        <name>Sigourney Weaver</name>
                        <role>Ripley</role>
                        <order>0</order>
                    </actor>
                </movie>

                """
            );
    }

    [Theory]
    [InlineData("<movie/>")]
    [InlineData("<movie></movie>")]
    [InlineData("<movie>\n</movie>")]
    public void An_empty_root_is_filled(string text) =>
        Text(NfoWriter.Write(Encoding.UTF8.GetBytes(text), [new NfoItem(NfoKind.Movie) { Title = "T" }]))
            .ShouldBe("<movie>\n    <title>T</title>\n</movie>");

    [Fact]
    public void A_file_of_addresses_gets_its_elements_before_them()
    {
        byte[] written = NfoWriter.Write(
            "https://www.themoviedb.org/movie/348"u8.ToArray(),
            [new NfoItem(NfoKind.Movie) { Title = "Alien" }]
        )!;

        Text(written).ShouldEndWith("</movie>\nhttps://www.themoviedb.org/movie/348");
        Read(written).Title.ShouldBe("Alien");
    }

    [Fact]
    public void A_file_with_mistakes_is_mended_when_it_changes()
    {
        byte[] careless = "<movie><title>A & B<plot a=b>P &nbsp; 1 < 2</plot></x></Movie>"u8.ToArray();
        NfoItem item = Read(careless);

        byte[] written = NfoWriter.Write(careless, [item with { Title = "C" }])!;

        IsXml(written);
        Read(written).ShouldBeEquivalentTo(item with { Title = "C" });
    }

    [Fact]
    public void Elements_that_would_clear_the_others_are_written_anew()
    {
        byte[] film = "<movie><genre>X</genre><genre clear='true'>A</genre><genre>B</genre></movie>"u8.ToArray();
        NfoItem item = Read(film);
        item.Genres.ShouldBe(["A", "B"]);

        Read(NfoWriter.Write(film, [item with { Genres = ["Z", "A", "B"] }])!).Genres.ShouldBe(["Z", "A", "B"]);
    }

    [Fact]
    public void Line_breaks_and_indentation_are_those_of_the_file()
    {
        byte[] film = "<movie>\r\n\t<title>T</title>\r\n</movie>\r\n"u8.ToArray();
        NfoItem item = Read(film) with { People = [new NfoPerson("N", "actor", null, null, null)] };

        Text(NfoWriter.Write(film, [item]))
            .ShouldBe("<movie>\r\n\t<title>T</title>\r\n\t<actor>\r\n\t\t<name>N</name>\r\n\t</actor>\r\n</movie>\r\n");
    }

    [Fact]
    public void What_no_document_may_hold_is_not_written()
    {
        byte[] written = NfoWriter.Write(null, [new NfoItem(NfoKind.Movie) { Title = "a\0b\uD800 \u202Ec\uFFFF" }])!;

        IsXml(written);
        NfoWriter
            .Write(written, [new NfoItem(NfoKind.Movie) { Title = "a\0b\uD800 \u202Ec\uFFFF" }])
            .ShouldBeSameAs(written);
    }

    [Fact]
    public void What_stands_outside_of_the_roots_is_never_mended()
    {
        const string Before = "a & b <!</x>DOCTYPE x>";
        byte[] film = Encoding.UTF8.GetBytes($"{Before}<movie><title>T</title></movie></y>");

        Text(NfoWriter.Write(film, [Read(film) with { Title = "U" }]))
            .ShouldBe($"{Before}<movie><title>U</title></movie></y>");
    }

    [Fact]
    public void Another_encoding_becomes_UTF_8()
    {
        byte[] file = Encoding.Latin1.GetBytes(
            "<?xml version='1.0' encoding='iso-8859-1'?><movie><title>Café</title></movie>"
        );

        byte[] written = NfoWriter.Write(file, [Read(file) with { Tagline = "三" }])!;

        Text(written).ShouldStartWith("<?xml version='1.0' encoding='UTF-8'?>");
        (Read(written).Title, Read(written).Tagline).ShouldBe(("Café", "三"));
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("<tvshow/>")]
    [InlineData("<!DOCTYPE movie><movie/>")]
    [InlineData("\u0001\u0002\u0003\u0004")]
    public void What_cannot_be_changed_without_loss_is_left_alone(string text) =>
        NfoWriter.Write(Encoding.UTF8.GetBytes(text), [new NfoItem(NfoKind.Movie)]).ShouldBeNull();

    private static NfoItem Read(byte[] file) => Items(file)[0];

    private static IReadOnlyList<NfoItem> Items(byte[] file) =>
        NfoReader.Read(file, CancellationToken.None).Value.ShouldNotBeNull().Items;

    /// <summary>The fields a file tells otherwise than an item, each with both values.</summary>
    private static string[] Differences(byte[] file, NfoItem item)
    {
        NfoItem said = Items(file).ShouldHaveSingleItem();
        return
        [
            .. typeof(NfoItem)
                .GetProperties()
                .Where(field => Told(field, item) != Told(field, said))
                .Select(field => $"{field.Name}: {Told(field, said)}, not {Told(field, item)}"),
        ];
    }

    private static string Told(PropertyInfo field, NfoItem item) => JsonSerializer.Serialize(field.GetValue(item));

    private static string Text(byte[]? file) => Encoding.UTF8.GetString(file.ShouldNotBeNull());

    private static void IsXml(byte[] file) => Should.NotThrow(() => XDocument.Load(new MemoryStream(file)));
}
