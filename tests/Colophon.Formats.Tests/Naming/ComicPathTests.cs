using System.Diagnostics;
using Colophon.Formats.Naming;

namespace Colophon.Formats.Tests.Naming;

public sealed class ComicPathTests
{
    [Theory]
    [InlineData("Saga/Saga v01 (2012) (Digital).cbz", "Saga", "Saga v001", null)]
    [InlineData("Saga/Saga v01-03 (2012).cbz", "Saga", "Saga v001-003", null)]
    [InlineData("Saga 012 (2013).cbz", "Saga", "Saga c012", null)]
    [InlineData("Bleach c010.5.cbz", "Bleach", "Bleach c010.5", null)]
    [InlineData("Bleach v02 c010 - The Gate.cbz", "Bleach", "Bleach c010", "The Gate")]
    [InlineData("Bleach v02 (c010-018).cbz", "Bleach", "Bleach v002", null)]
    [InlineData("Batman Beyond 04 (of 6) (1999).cbz", "Batman Beyond", "Batman Beyond c004", null)]
    [InlineData("Asterix/04 - Asterix the Gladiator.cbz", "Asterix", "Asterix c004", "Asterix the Gladiator")]
    [InlineData("Watchmen (1986)/Watchmen.cbz", null, null, "Watchmen")]
    [InlineData("Watchmen.cbz", null, null, "Watchmen")]
    [InlineData("Tintin/Red Rackham's Treasure.cbz", "Tintin", null, "Red Rackham's Treasure")]
    [InlineData("Btooom!/Vol.1/Chapter 2/1.cbz", "Btooom!", "Btooom! c002", null)]
    [InlineData("Foo 50/Specials/Foo 50 SP01.cbz", "Foo 50", null, "Foo 50 SP01")]
    [InlineData("Cyberpunk 2077.cbz", null, null, "Cyberpunk 2077")]
    [InlineData("vol_356-1.cbz", null, null, "vol 356-1")]
    [InlineData("[Group].cbz", null, null, "[Group]")]
    public void A_path_says_series_number_and_title(string path, string? series, string? label, string? title)
    {
        ComicName name = ComicPath.Explain(path).Name;

        (name.Series, name.Title).ShouldBe((series, title));
        ComicLabel.Of(name.Series, name.Number, name.NumberEnd, name.Unit).ShouldBe(label);
    }

    [Fact]
    public void Year_count_language_and_edition_are_told()
    {
        ComicName name = ComicPath.Explain("[Group] Love Hina Omnibus v05 (2015) (of 5) [French].cbz").Name;

        (name.Year, name.Count, name.Language, name.Edition).ShouldBe((2015, 5, "fr", "Omnibus"));
        ComicPath.Explain("Bd Fr-Aldebaran-t6.cbz").Name.Language.ShouldBe("fr");
    }

    [Fact]
    [Trait("Req", "D7")]
    public void Every_rule_that_fired_is_told_with_what_it_saw()
    {
        IReadOnlyList<RuleHit> rules = ComicPath.Explain("Saga/[Group] Vol. 1 Ch. 2 - Title (2012).cbz").Rules;

        rules
            .Select(hit => $"{hit.Id}:{hit.Matched}")
            .ShouldBe([
                "comic.tags:[Group]",
                "comic.year:(2012)",
                "comic.volume:Vol. 1",
                "comic.chapter:Ch. 2",
                "comic.series-folder:Saga",
            ]);
        rules[2].Input.ShouldBe("Vol. 1 Ch. 2 - Title");
        rules[2].Result.ShouldBe("volume=1");
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_a_text_and_a_reason()
    {
        ComicRules.All.Select(rule => rule.Id).ShouldBeUnique();
        ComicRules.All.ShouldAllBe(rule => rule.Text.EndsWith('.') && rule.Reason.EndsWith('.'));
        ComicRules.All.ShouldAllBe(rule => rule.Id.StartsWith("comic."));
    }

    [Theory]
    [InlineData(null, 1.0, null, null, null)]
    [InlineData("S", null, null, null, null)]
    [InlineData("S", 1.0, null, null, "S v001")]
    [InlineData("S", 1.0, 3.0, ComicUnit.Volume, "S v001-003")]
    [InlineData("S", 12.5, null, ComicUnit.Chapter, "S c012.5")]
    [InlineData("S", -1.0, null, ComicUnit.Chapter, "S c-1")]
    [InlineData("S", 1234.0, null, ComicUnit.Chapter, "S c1234")]
    public void A_label_pads_numbers_to_three_places(
        string? series,
        double? number,
        double? end,
        ComicUnit? unit,
        string? expected
    ) => ComicLabel.Of(series, number, end, unit).ShouldBe(expected);

    [Fact]
    public void No_path_makes_it_throw_or_hang()
    {
        var random = new Random(42);
        string[] pieces =
        [
            "v01",
            "c2",
            " - ",
            "(2012)",
            "[x",
            "]",
            "#",
            "/",
            "\\",
            "第",
            "巻",
            "SP01",
            " ",
            "1-",
            "½",
            "\0",
            "b",
            "...",
            "_",
        ];
        for (int round = 0; round < 5_000; round++)
        {
            string path = string.Concat(
                Enumerable.Range(0, random.Next(0, 24)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            long started = Stopwatch.GetTimestamp();
            ComicPathExplanation said = Should.NotThrow(() => ComicPath.Explain(path), path);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(1), path);
            said.Rules.Count.ShouldBeLessThanOrEqualTo(100);
        }

        ComicPath.Explain(new string('(', 100_000)).Name.Title!.Length.ShouldBeLessThanOrEqualTo(500);
        ComicPath.Explain(string.Concat(Enumerable.Repeat("1 - ", 25_000))).ShouldNotBeNull();
    }
}
