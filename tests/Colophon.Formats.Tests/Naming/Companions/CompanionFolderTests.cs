using Colophon.Formats.Naming.Companions;

namespace Colophon.Formats.Tests.Naming.Companions;

public sealed class CompanionFolderTests
{
    [Theory]
    [InlineData("Film.pt-BR.srt", "pt-BR", null)]
    [InlineData("Film.English.Srt", "en", null)]
    [InlineData("Film.zh-Hans.forced.ass", "zh-Hans", null)]
    [InlineData("Film.Subs for Chinese Audio.eng.srt", "en", "Subs for Chinese Audio")]
    [InlineData("Film.This.is.it.now.srt", null, "This.is.it.now")]
    [InlineData("Film.Brazilian Portuguese.srt", "pt-BR", null)]
    [InlineData("Film-en.srt", "en", null)]
    [InlineData("Film_English SDH.srt", "en", null)]
    [InlineData("Film [German].ac3", "de", null)]
    [InlineData("Subs/2_English.srt", "en", null)]
    [InlineData("Subs/Film/3_Spanish (Latin American).srt", "es-419", null)]
    [InlineData("Subs/Signs & Songs.eng.ass", "en", "Signs & Songs")]
    [InlineData("English.srt", "en", null)]
    public void A_companion_of_the_only_video_says_its_language_and_title(string path, string? language, string? title)
    {
        CompanionName name = new CompanionFolder(["Film"]).Explain(path).Name!;

        (name.Video, name.Language, name.Title).ShouldBe(("Film", language, title));
    }

    [Theory]
    [InlineData("Film Sequel.srt", null)]
    [InlineData("Film 2.srt", "Film 2")]
    [InlineData("Film 2.en.srt", "Film 2")]
    [InlineData("English.srt", null)]
    [InlineData("Subs/English.srt", null)]
    [InlineData("Subs/Film 2/English.srt", "Film 2")]
    [InlineData("Subs/Film.en.srt", "Film")]
    [InlineData("Other/Film 2/Anything.srt", null)]
    public void Among_several_videos_a_companion_belongs_to_the_one_it_is_named_after(string path, string? video) =>
        new CompanionFolder(["Film", "Film 2"]).Explain(path).Name!.Video.ShouldBe(video);

    [Fact]
    public void A_subtitle_of_another_release_belongs_to_its_episode()
    {
        var folder = new CompanionFolder([
            "Show - S01E01 - Pilot",
            "Show - S01E02 - Second",
            "Show - S01E03",
            "Show.1x03",
        ]);

        CompanionName name = folder.Explain("show.102.s01e02.720p.hdtv-lol.eng.srt").Name!;
        (name.Video, name.Language).ShouldBe(("Show - S01E02 - Second", "en"));
        folder.Explain("show.s01e03.srt").Name!.Video.ShouldBeNull(); // two files of that episode
        folder.Explain("show.s01e04.srt").Name!.Video.ShouldBeNull();
    }

    [Fact]
    public void Flags_are_told()
    {
        CompanionName name = new CompanionFolder(["Film"]).Explain("Film.foreign.default.en.hi.mka").Name!;

        (name.Kind, name.IsForced, name.IsDefault, name.IsHearingImpaired).ShouldBe(
            (CompanionKind.Audio, true, true, true)
        );
        name.Language.ShouldBe("en");
    }

    [Theory]
    [InlineData("Film.mkv")]
    [InlineData("Film.nfo")]
    [InlineData("Film")]
    [InlineData("")]
    public void Other_files_are_no_companions(string path) =>
        new CompanionFolder(["Film"]).Explain(path).Name.ShouldBeNull();

    [Fact]
    public void Nothing_makes_it_throw()
    {
        var random = new Random(29);
        HashSet<string> known = [.. CompanionRules.All.Select(rule => rule.Id)];
        var folder = new CompanionFolder(["", "Title", "Title - Author", "v01"]);
        for (int i = 0; i < 10_000; i++)
        {
            string path = $"{RandomText.Next(random)}{RandomText.Next(random)}.srt";
            CompanionExplanation explained = Should.NotThrow(() => folder.Explain(path), path);
            explained.Rules.All(hit => known.Contains(hit.Id)).ShouldBeTrue(path);
            (explained.Rules.Count <= 50 && (explained.Name?.Title?.Length ?? 0) <= 200).ShouldBeTrue(path);
        }
    }
}
