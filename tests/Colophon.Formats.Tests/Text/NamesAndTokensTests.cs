using Colophon.Formats.Text;

namespace Colophon.Formats.Tests.Text;

public sealed class NamesAndTokensTests
{
    [Theory]
    [InlineData("Ursula K. Le Guin", "Le Guin, Ursula K.")]
    [InlineData("J. R. R. Tolkien", "Tolkien, J. R. R.")]
    [InlineData("Vincent van Gogh", "Gogh, Vincent van")]
    [InlineData("Charles de Gaulle", "Gaulle, Charles de")]
    [InlineData("Daphne du Maurier", "du Maurier, Daphne")]
    [InlineData("Jean de La Fontaine", "La Fontaine, Jean de")]
    [InlineData("Lyon Sprague De Camp", "De Camp, Lyon Sprague")]
    [InlineData("Martin Luther King Jr.", "King, Martin Luther, Jr.")]
    [InlineData("Martin Luther King, Jr.", "King, Martin Luther, Jr.")]
    [InlineData("Dr. Oliver Sacks", "Sacks, Oliver")]
    [InlineData("Le Guin, Ursula K.", "Le Guin, Ursula K.")]
    [InlineData("Homer", "Homer")]
    [InlineData("Faber & Faber", "Faber & Faber")]
    [InlineData("The Arbinger Institute", "The Arbinger Institute")]
    [InlineData("村上 春樹", "村上 春樹")]
    [InlineData("Gabriel García Márquez", "Márquez, Gabriel García")]
    [InlineData("", "")]
    public void People_sort_by_surname(string name, string sortName) =>
        TextKeys.PersonSortName(name).ShouldBe(sortName);

    [Theory]
    [InlineData("The Hobbit", null, "Hobbit, The")]
    [InlineData("A Wizard of Earthsea", null, "Wizard of Earthsea, A")]
    [InlineData("Dune", null, "Dune")]
    [InlineData("The", null, "The")]
    [InlineData("Die Verwandlung", "de", "Verwandlung, Die")]
    [InlineData("L'Étranger", "fr", "Étranger, L'")]
    public void Titles_sort_without_their_article(string title, string? language, string sortTitle) =>
        TextKeys.TitleSort(title, language).ShouldBe(sortTitle);

    [Theory]
    [InlineData("O’Brien", "O'Brien")]
    [InlineData("BJÖRN  ÖSTLUND", "Björn Östlund")]
    [InlineData("Simon & Schuster", "simon and schuster")]
    public void One_name_has_one_key(string left, string right) =>
        TextKeys.NameKey(left).ShouldBe(TextKeys.NameKey(right));

    [Theory]
    [InlineData("C#", "C++")]
    [InlineData("The Who", "Who")]
    [InlineData("!!!", "???")]
    [InlineData("か", "が")]
    public void Different_names_have_different_keys(string left, string right) =>
        TextKeys.NameKey(left).ShouldNotBe(TextKeys.NameKey(right));

    [Theory]
    [InlineData("The Left Hand of Darkness", "the left hand of darkness")]
    [InlineData("Don't panic, clockmaker’s", "dont panic clockmakers")]
    [InlineData("L'été d'Angelo", "l ete d angelo")]
    [InlineData("静かな海", "静か かな な海")]
    [InlineData("三体2 海", "三体 2 海")]
    [InlineData("한국어 책", "한국 국어 책")]
    [InlineData("ความสุข", "คว วา าม มส สุ ุข")]
    [InlineData("R2-D2 v01", "r2 d2 v01")]
    [InlineData("978-0-306-40615-7", "978 0 306 40615 7")]
    [InlineData("", "")]
    public void Words_of_the_search(string text, string words) =>
        string.Join(' ', TextKeys.Tokens(text)).ShouldBe(words);

    [Theory]
    [InlineData("静かな海", "静か かな な海 海")]
    [InlineData("海", "海")]
    [InlineData("Solaris 2", "solaris 2")]
    public void Words_of_the_index_hold_the_end_of_a_run_alone(string text, string words) =>
        string.Join(' ', TextKeys.IndexTokens(text)).ShouldBe(words);
}
