using Colophon.Server.Libraries;

namespace Colophon.Server.Tests.Libraries;

public sealed class IgnoreRulesTests
{
    private static readonly IgnoreRules Rules = new(["*.bak", "Drafts", "Comics/*/extras", "Old/**", "Vol ?"]);

    [Theory]
    [InlineData("Author/book.BAK", "*.bak")]
    [InlineData("deep/down/drafts", "Drafts")]
    [InlineData("comics/Saga/Extras", "Comics/*/extras")]
    [InlineData("Old/a/b.epub", "Old/**")]
    [InlineData("Vol 3", "Vol ?")]
    [InlineData("Author/.DS_Store", ".*")]
    [InlineData("@eaDir", "@eaDir")]
    [InlineData("$RECYCLE.BIN", "$RECYCLE.BIN")]
    [InlineData("Book.epub.part", "*.part")]
    public void A_pattern_passes_over_names_and_paths(string path, string pattern) =>
        Rules.Match(path).ShouldBe(pattern);

    [Theory]
    [InlineData("Author/book.epub")]
    [InlineData("My Drafts")]
    [InlineData("Comics/extras")]
    [InlineData("Comics/a/b/extras")]
    [InlineData("Very Old/a.epub")]
    [InlineData("Vol 12")]
    [InlineData("")]
    public void What_no_pattern_means_is_looked_at(string path) => Rules.Match(path).ShouldBeNull();

    [Theory]
    [InlineData(".nomedia", 12, true)]
    [InlineData(".ignore", 0, true)]
    [InlineData(".ignore", 5, false)]
    [InlineData("nomedia", 0, false)]
    public void A_marker_file_passes_over_its_folder(string name, long size, bool isMarker) =>
        IgnoreRules.IsMarker(name, size).ShouldBe(isMarker);
}
