using Colophon.Formats.Naming.Music;

namespace Colophon.Formats.Tests.Naming.Music;

public sealed class ArtistNamesTests
{
    [Theory]
    [InlineData("A feat. B", "A", "B")]
    [InlineData("A ft. B", "A", "B")]
    [InlineData("A Ft B", "A", "B")]
    [InlineData("A featuring B", "A", "B")]
    [InlineData("A (feat. B & C)", "A", "B & C")]
    [InlineData("A [Featuring B]", "A", "B")]
    [InlineData("A (with B)", "A", "B")]
    [InlineData("A feat. B feat. C", "A", "B|C")]
    [InlineData("A feat. B; C", "A", "B|C")]
    [InlineData("A with B", "A with B", "")]
    [InlineData("Earth, Wind & Fire", "Earth, Wind & Fire", "")]
    [InlineData("Daft Punk", "Daft Punk", "")]
    [InlineData("Little Feat", "Little Feat", "")]
    [InlineData("A; B", "A|B", "")]
    [InlineData("AC/DC", "AC/DC", "")]
    [InlineData("A / B", "A|B", "")]
    [InlineData("A\0B", "A|B", "")]
    [InlineData("Simon &amp; Garfunkel", "Simon &amp; Garfunkel", "")]
    public void Guests_are_told_from_artists(string value, string names, string featured)
    {
        ArtistCredit credit = ArtistNames.Credit(value);

        (string.Join('|', credit.Names), string.Join('|', credit.Featured)).ShouldBe((names, featured));
    }

    [Theory]
    [InlineData("Title (feat. B)", "Title", "B")]
    [InlineData("Title feat. B", "Title", "B")]
    [InlineData("Title [ft. B] (Remix)", "Title (Remix)", "B")]
    [InlineData("Title feat. B (Remix)", "Title (Remix)", "B")]
    [InlineData("Title (with B)", "Title", "B")]
    [InlineData("Title (With Strings)", "Title (With Strings)", "")]
    [InlineData("Title (with a Twist)", "Title (with a Twist)", "")]
    [InlineData("Dancing with Myself", "Dancing with Myself", "")]
    [InlineData("Defeat. Loss", "Defeat. Loss", "")]
    [InlineData("Six Ft Under", "Six", "Under")]
    public void A_title_may_name_guests(string title, string text, string featured)
    {
        ArtistCredit credit = ArtistNames.InTitle(title);

        (credit.Text, string.Join('|', credit.Featured)).ShouldBe((text, featured));
    }

    [Theory]
    [InlineData("VA")]
    [InlineData("V.A.")]
    [InlineData("various")]
    [InlineData("<Various Artists>")]
    [InlineData("Verschiedene Interpreten")]
    [InlineData("Artistes Divers")]
    public void Various_Artists_have_many_spellings(string name) => ArtistNames.IsVarious(name).ShouldBeTrue();

    [Fact]
    public void What_programs_write_for_nobody_is_nobody()
    {
        ArtistNames.Split(["Unknown Artist", "A", "a", "Various"]).ShouldBe(["A", "Various Artists"]);
        ArtistNames.IsVarious("Vander").ShouldBeFalse();
        ArtistNames.IsUnknown("The Unknown").ShouldBeFalse();
    }
}
