using System.Text;
using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Text;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("The Hobbit", "hobbit")]
    [InlineData("  A  Wizard of Earthsea ", "wizard of earthsea")]
    [InlineData("An", "an")]
    [InlineData("The", "the")]
    [InlineData("Theory of Everything", "theory of everything")]
    [InlineData("Éclipse à Łódź", "eclipse a lodz")]
    [InlineData("Straße der Ærø-Œuvre", "strasse der aero oeuvre")]
    [InlineData("Þórður Đđ ð", "thordur dd d")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Don’t Panic!", "dont panic")]
    [InlineData("Love & Death", "love and death")]
    [InlineData("Volume 2", "volume 0000000002")]
    [InlineData("20,000 Leagues", "0000020000 leagues")]
    [InlineData("1,2,3", "0000000001 0000000002 0000000003")]
    [InlineData("007", "0000000007")]
    [InlineData("２００１", "0000002001")]
    [InlineData("!!!", "!!!")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("静かな海", "静かな海")]
    [InlineData("ガンダム", "ガンダム")]
    [InlineData("ｶﾞﾝﾀﾞﾑ", "ガンダム")]
    [InlineData("한국어", "한국어")]
    [InlineData("Ночной поезд", "ночнои поезд")]
    [InlineData("Ψυχή ς", "ψυχη σ")]
    public void Text_is_folded(string? text, string key) => TextKeys.SortKey(text).ShouldBe(key);

    [Theory]
    [InlineData("Der Prozess", "de", "prozess")]
    [InlineData("Der Prozess", null, "der prozess")]
    [InlineData("L’Étranger", "fr-FR", "etranger")]
    [InlineData("Les Misérables", "fr", "miserables")]
    [InlineData("The Hobbit", "de", "the hobbit")]
    [InlineData("Il nome della rosa", "it", "nome della rosa")]
    public void Articles_of_the_language_are_dropped(string text, string? language, string key) =>
        TextKeys.SortKey(text, language).ShouldBe(key);

    [Fact]
    public void Numbers_sort_by_value()
    {
        string[] titles = ["Book 10", "Book 9", "Book 2.5", "Book 2", "Book 100", "Book 3"];
        titles
            .OrderBy(title => TextKeys.SortKey(title), StringComparer.Ordinal)
            .ShouldBe(["Book 2", "Book 2.5", "Book 3", "Book 9", "Book 10", "Book 100"]);
    }

    [Fact]
    public void Composed_and_decomposed_spellings_have_one_key() =>
        TextKeys.SortKey("Café Zoë".Normalize(NormalizationForm.FormD)).ShouldBe(TextKeys.SortKey("Café Zoë"));

    [Fact]
    public void Keys_are_bounded_and_whole()
    {
        TextKeys.SortKey(new string('x', 5_000_000)).Length.ShouldBe(TextKeys.SortKeyLimit);
        TextKeys.NameKey(new string('x', 5_000)).Length.ShouldBe(TextKeys.NameKeyLimit);
        string key = TextKeys.SortKey("x" + string.Concat(Enumerable.Repeat("𠀀", 300)));
        char.IsHighSurrogate(key[^1]).ShouldBeFalse();
    }

    [Fact]
    public void No_text_makes_a_key_throw()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string text = RandomText.Next(random);
            (TextKeys.SortKey(text).Length + TextKeys.NameKey(text).Length).ShouldBeLessThanOrEqualTo(700);
            TextKeys.Tokens(text).All(token => token.Length is > 0 and <= 64).ShouldBeTrue(text);
            (TextKeys.PersonSortName(text) + TextKeys.TitleSort(text, "fr")).ShouldNotBeNull();
        }
    }
}
